@echo off
rem Starts Curfew; builds first what is missing or older than its sources. CURFEW_JAVA_HOME names the
rem JDK to use, else JAVA_HOME, PATH and the usual folders are searched for JDK 25 or newer.
setlocal EnableExtensions DisableDelayedExpansion

set "HOME_DIR=%~dp0"
if "%HOME_DIR:~-1%"=="\" set "HOME_DIR=%HOME_DIR:~0,-1%"
set "TARGET_DIR=%HOME_DIR%\app\target"
set "STAMP=%TARGET_DIR%\.started-from"
rem What the JVM learned of Curfew on a tour through it. Empty where it could not learn; it is not tried again then.
set "LEARNED=%TARGET_DIR%\curfew.aot"
set "JDK="

if not defined CURFEW_JAVA_HOME goto search
call :try "%CURFEW_JAVA_HOME%"
if defined JDK goto found
echo CURFEW_JAVA_HOME is %CURFEW_JAVA_HOME%, and that is no JDK 25 or newer. 1>&2
goto none

:search
if defined JAVA_HOME call :try "%JAVA_HOME%"
for /f "delims=" %%J in ('where java 2^>nul') do call :try "%%~dpJ.."
for /d %%D in (
    "%ProgramFiles%\Eclipse Adoptium\jdk-*"
    "%ProgramFiles%\Java\jdk-*"
    "%ProgramFiles%\Microsoft\jdk-*"
    "%ProgramFiles%\Zulu\zulu-*"
    "%ProgramFiles%\BellSoft\LibericaJDK-*"
    "%ProgramFiles%\Amazon Corretto\jdk*"
    "%LOCALAPPDATA%\Programs\Eclipse Adoptium\jdk-*"
    "%USERPROFILE%\.jdks\*"
    "%USERPROFILE%\.gradle\jdks\*"
    "%USERPROFILE%\.sdkman\candidates\java\*"
    "%USERPROFILE%\scoop\apps\*jdk*"
) do (
    call :try "%%~D"
    call :try "%%~D\current"
)
if defined JDK goto found

:none
echo Curfew needs a JDK 25 or newer and found none. Install one ^(for instance Temurin 25^), or set 1>&2
echo CURFEW_JAVA_HOME to its folder. 1>&2
exit /b 69

:found
set "OLD="
if not exist "%STAMP%" set "OLD=1"
if not exist "%TARGET_DIR%\lib" set "OLD=1"
if not exist "%TARGET_DIR%\javafx" set "OLD=1"
if defined OLD goto build
rem Folders too, so that a file that was removed counts.
set "CURFEW_CHECK_HOME=%HOME_DIR%"
set "CURFEW_CHECK_STAMP=%STAMP%"
powershell -NoProfile -NonInteractive -Command "$since = (Get-Item -LiteralPath $env:CURFEW_CHECK_STAMP -Force).LastWriteTimeUtc; $modules = @(Get-ChildItem -LiteralPath $env:CURFEW_CHECK_HOME -Directory); $sources = @(Join-Path $env:CURFEW_CHECK_HOME 'pom.xml') + @(Join-Path $env:CURFEW_CHECK_HOME '.mvn') + @($modules | ForEach-Object { Join-Path $_.FullName 'pom.xml'; Join-Path $_.FullName 'src\main' }) | Where-Object { Test-Path -LiteralPath $_ }; foreach ($source in $sources) { foreach ($file in @(Get-Item -LiteralPath $source -Force) + @(Get-ChildItem -LiteralPath $source -Recurse -Force)) { if ($file.LastWriteTimeUtc -gt $since) { exit 1 } } }; exit 0"
if errorlevel 1 goto build
goto start

:build
set "MAVEN=mvn"
if exist "%HOME_DIR%\mvnw.cmd" set "MAVEN=%HOME_DIR%\mvnw.cmd"
where "%MAVEN%" >nul 2>nul
if not errorlevel 1 goto compile
if exist "%MAVEN%" goto compile
echo Curfew is not built yet, and Maven, which builds it, is not on the PATH. 1>&2
exit /b 69

:compile
echo Building Curfew ^(a few minutes at the first time^) ... 1>&2
if not exist "%TARGET_DIR%" mkdir "%TARGET_DIR%"
if exist "%TARGET_DIR%\lib" rmdir /s /q "%TARGET_DIR%\lib"
if exist "%TARGET_DIR%\javafx" rmdir /s /q "%TARGET_DIR%\javafx"
if exist "%STAMP%" del /q /a "%STAMP%"
rem Older than the build, so that what is edited meanwhile is built the next time.
type nul >"%TARGET_DIR%\.build-began"
set "JAVA_HOME=%JDK%"
rem Maven's own libraries use what newer JDKs warn of.
set "MAVEN_OPTS=--sun-misc-unsafe-memory-access=allow %MAVEN_OPTS%"
pushd "%HOME_DIR%"
call "%MAVEN%" -q -ntp -pl app -am package -DskipTests 1>&2
if errorlevel 1 goto failed
popd
move /y "%TARGET_DIR%\.build-began" "%STAMP%" >nul
if exist "%LEARNED%" del /q "%LEARNED%"
goto start

:failed
popd
echo The build failed; what Maven says about it is above. 1>&2
exit /b 69

:start
rem A long list needs room at once: growing the heap bit by bit stops the window more often.
set "TUNING=-XX:+UseParallelGC -Xms1g -XX:MetaspaceSize=192m"
rem Adapters are made for one processor, and a folder may be shared by several (JDK-8388703, mended in 25.0.5).
set "OPTIONS=--add-modules ALL-MODULE-PATH -XX:+UseCompactObjectHeaders --enable-native-access=javafx.graphics,ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:-AOTAdapterCaching"
if exist "%LEARNED%" goto taught
echo Showing Curfew to the JVM, so that it starts faster from now on ^(a minute, once after a build^) ... 1>&2
"%JDK%\bin\java.exe" %TUNING% --module-path "%TARGET_DIR%\javafx" %OPTIONS% "-XX:AOTCacheOutput=%LEARNED%" -cp "%TARGET_DIR%\lib\*" dev.curfew.app.Main train >"%TARGET_DIR%\training.log" 2>&1 <nul
if not exist "%LEARNED%" type nul >"%LEARNED%"

:taught
set "LEARNT="
for %%F in ("%LEARNED%") do if %%~zF GTR 0 set "LEARNT=-XX:AOTCache=%LEARNED%"
rem A command is over before the optimizing compiler and a parallel collector are worth their start.
for %%W in (access approve approvers check connections contain delegation evidence exit-codes grants journal list probe residual restore resume tighten timings undo) do if /i "%~1"=="%%W" set "TUNING=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
rem The JVM would write its own warnings to standard output, which is for data. One that can not use what was learned
rem does without, and need not say so.
if defined LEARNT goto quick
"%JDK%\bin\java.exe" %TUNING% --module-path "%TARGET_DIR%\javafx" %OPTIONS% -Xlog:disable -Xlog:all=warning:stderr -cp "%TARGET_DIR%\lib\*" dev.curfew.app.Main %*
exit /b %errorlevel%

:quick
"%JDK%\bin\java.exe" %TUNING% --module-path "%TARGET_DIR%\javafx" %OPTIONS% "%LEARNT%" -Xlog:disable -Xlog:all=warning:stderr -Xlog:aot*=off -Xlog:cds*=off -cp "%TARGET_DIR%\lib\*" dev.curfew.app.Main %*
exit /b %errorlevel%

rem Takes the folder as the JDK if none was taken yet and it is one, 25 or newer.
:try
if defined JDK exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "VERSION="
for /f "usebackq tokens=2 delims==" %%V in (`findstr /b "JAVA_VERSION=" "%~1\release"`) do set "VERSION=%%~V"
if not defined VERSION exit /b 0
for /f "tokens=1 delims=.-+" %%M in ("%VERSION%") do set "VERSION=%%M"
if %VERSION% GEQ 25 set "JDK=%~f1"
exit /b 0
