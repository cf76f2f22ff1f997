package io.github.factorscope.download;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The proxies of the system: {@code https_proxy}, {@code http_proxy} and {@code no_proxy} where they are set, else what
 * Java knows ({@code -Dhttps.proxyHost} or the settings of the desktop). Never one for the machine itself.
 */
final class SystemProxies extends ProxySelector {
    private static final int USUAL_PORT = 80;

    private final Map<String, String> environment;
    private final ProxySelector others;

    SystemProxies(Map<String, String> environment, ProxySelector others) {
        this.environment = environment;
        this.others = others;
    }

    static SystemProxies ofThisMachine() {
        if (System.getProperty("java.net.useSystemProxies") == null) {
            System.setProperty("java.net.useSystemProxies", "true");
        }
        return new SystemProxies(System.getenv(), ProxySelector.getDefault());
    }

    @Override
    public List<Proxy> select(URI address) {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        if (isLoopback(host) || isExcepted(host)) {
            return List.of(Proxy.NO_PROXY);
        }
        return fromEnvironment(address.getScheme() + "_proxy")
                .map(List::of)
                .orElseGet(() -> others == null ? List.of(Proxy.NO_PROXY) : others.select(address));
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    private boolean isExcepted(String host) {
        String list = variable("no_proxy").orElse("");
        for (String entry : list.split(",", -1)) {
            String name = entry.strip().toLowerCase(Locale.ROOT);
            String domain = name.startsWith("*") ? name.substring(1) : name;
            String bare = domain.startsWith(".") ? domain.substring(1) : domain;
            if (name.equals("*") || (!bare.isEmpty() && (host.equals(bare) || host.endsWith("." + bare)))) {
                return true;
            }
        }
        return false;
    }

    private Optional<Proxy> fromEnvironment(String name) {
        return variable(name).flatMap(text -> {
            try {
                URI uri = URI.create(text.contains("://") ? text : "http://" + text);
                return Optional.ofNullable(uri.getHost())
                        .map(host -> new Proxy(
                                Proxy.Type.HTTP,
                                InetSocketAddress.createUnresolved(
                                        host, uri.getPort() < 0 ? USUAL_PORT : uri.getPort())));
            } catch (IllegalArgumentException e) {
                return Optional.empty(); // what makes no sense is as good as nothing
            }
        });
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.getOrDefault(name, environment.get(name.toUpperCase(Locale.ROOT))))
                .filter(text -> !text.isBlank());
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException error) {
        // Who asked hears of it too.
    }
}
