@echo off
rem Builds FactorScope when its sources are newer than what was built, then runs it:
rem without arguments the window, with arguments the command line (factorscope --help).
setlocal

set "here=%~dp0"
set "jar=%here%target\factorscope.jar"

set "java=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
"%java%" -version >nul 2>&1
if errorlevel 1 (
  echo factorscope: Java is missing. Install a JDK 17 or later, or set JAVA_HOME to one.>&2
  exit /b 1
)

powershell -NoProfile -Command "$j = Get-Item -ErrorAction SilentlyContinue '%here%target\.built'; if (-not $j -or -not (Test-Path '%jar%')) { exit 1 }; $n = Get-ChildItem -Recurse -File '%here%src\main', '%here%pom.xml' | Where-Object { $_.LastWriteTime -gt $j.LastWriteTime } | Select-Object -First 1; if ($n) { exit 1 } else { exit 0 }"
if errorlevel 1 (
  echo factorscope: building; the first time, libraries are fetched, which takes a few minutes>&2
  pushd "%here%"
  call mvnw.cmd -q -B -Dmaven.test.skip=true package 1>&2
  if errorlevel 1 (
    popd
    echo factorscope: the build failed, see above; mvnw.cmd compile says more, warnings too.>&2
    exit /b 1
  )
  popd
  type nul > "%here%target\.built"
)

"%java%" --enable-native-access=ALL-UNNAMED -Dfile.encoding=UTF-8 %JAVA_OPTS% -jar "%jar%" %*
exit /b %errorlevel%
