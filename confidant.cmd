@echo off
rem Runs Confidant: finds a JDK 25 or later, builds what is missing or older than its sources, starts.
rem Exit codes of its own: 11 no JDK, 12 not built. README.md lists the program's.
setlocal EnableDelayedExpansion
set "home=%~dp0"
set "home=%home:~0,-1%"
set "jar=%home%\app\target\confidant-app.jar"
set "jdk="

if defined CONFIDANT_JDK (
  call :try "%CONFIDANT_JDK%"
  if not defined jdk (
    echo CONFIDANT_JDK names %CONFIDANT_JDK%, which is no JDK 25 or later; correct or unset it. 1>&2
    exit /b 11
  )
)
if not defined jdk if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined jdk for /f "delims=" %%j in ('where java 2^>nul') do if not defined jdk call :try "%%~dpj.."
for %%r in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%USERPROFILE%\.jdks" "%LOCALAPPDATA%\Programs\Eclipse Adoptium") do (
  if not defined jdk if exist "%%~r" for /d %%d in ("%%~r\*") do if not defined jdk call :try "%%~d"
)
if not defined jdk (
  echo Confidant needs a JDK 25 or later and found none; get one from https://adoptium.net and set JAVA_HOME to its folder. 1>&2
  exit /b 11
)

rem The age of files is compared by PowerShell, which every Windows has.
powershell -NoProfile -Command "$h=$env:home; $j=Get-Item -LiteralPath $env:jar -ErrorAction SilentlyContinue; if (-not $j -or -not (Test-Path -LiteralPath \"$h\app\target\lib\")) { exit 1 }; $s=@(Get-ChildItem -Path \"$h\pom.xml\",\"$h\*\pom.xml\"; Get-ChildItem -Path \"$h\*\src\main\" -Recurse); if ($s | Where-Object { $_.LastWriteTime -gt $j.LastWriteTime } | Select-Object -First 1) { exit 1 }; exit 0"
if errorlevel 1 (
  where mvn >nul 2>nul
  if errorlevel 1 (
    echo Confidant is not built yet and Maven is missing; install it ^(winget install Apache.Maven^) and start again. 1>&2
    exit /b 12
  )
  echo Building Confidant with %jdk%; the first time this takes a minute or two. 1>&2
  set "JAVA_HOME=%jdk%"
  call mvn -q -B -f "%home%\pom.xml" -Dmaven.test.skip=true package 1>&2 <nul
  if errorlevel 1 (
    echo Confidant could not be built; Maven's messages stand above. 1>&2
    exit /b 12
  )
)

rem The options about memory have their reasons in the shell script of the same name.
"%jdk%\bin\java" -Xms64m -Xmx1g -Xmn32m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20 ^
  -XX:+UseSerialGC -XX:-UsePerfData ^
  --enable-native-access=javafx.graphics,ALL-UNNAMED ^
  --module-path "%home%\app\target\javafx" --add-modules javafx.controls,jdk.incubator.vector ^
  -cp "%jar%;%home%\app\target\lib\*" confidant.app.Main %*
exit /b %errorlevel%

rem :try DIR sets jdk if DIR is a JDK 25 or later
:try
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==." %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do (
  set "major=%%v"
  set "major=!major:"=!"
  if !major! GEQ 25 set "jdk=%~1"
)
exit /b 0
