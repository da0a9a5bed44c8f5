# Freezes the program for Windows and makes its installer: dist\net-surgery-guide-VERSION-x64.msi and SHA256SUMS.
# usage: pwsh packaging/windows/build.ps1      (Windows 10 or 11 x64, PowerShell 7.4, Python 3.13, .NET SDK 8 or newer)
# SIGNING_THUMBPRINT names a code-signing certificate in the machine's store; without it everything stays unsigned.
$ErrorActionPreference = "Stop"
$PSNativeCommandUseErrorActionPreference = $true
Set-Location (Resolve-Path "$PSScriptRoot\..\..")

$python = "build\freeze\Scripts\python.exe"
$bundle = "$PWD\build\windows\net-surgery-guide"
$version = (Select-String '__version__ = "(.+)"' desktop\__init__.py).Matches.Groups[1].Value
$msi = "dist\net-surgery-guide-$version-x64.msi"

function Protect-File([string[]]$Path) {
    if (-not $env:SIGNING_THUMBPRINT) {
        Write-Warning "Not signed, because SIGNING_THUMBPRINT is not set: $Path"
        return
    }
    $signtool = Get-ChildItem "${env:ProgramFiles(x86)}\Windows Kits\10\bin\*\x64\signtool.exe" | Sort-Object | Select-Object -Last 1
    & $signtool sign /sha1 $env:SIGNING_THUMBPRINT /fd SHA256 /td SHA256 /tr http://timestamp.digicert.com $Path
}

python -m venv build\freeze
& $python -m pip install --quiet --require-hashes --only-binary :all: -r packaging\requirements.txt
& $python packaging\icons.py build\windows\guide.ico
$env:ICON = "$PWD\build\windows\guide.ico"
$env:SOURCE_DATE_EPOCH = git log -1 "--format=%ct"
& $python -m PyInstaller --noconfirm --distpath build\windows --workpath build\pyinstaller packaging\guide.spec
& $python packaging\check_bundle.py $bundle
Protect-File (Get-Item "$bundle\*.exe").FullName

# The last version before WiX asks its users for a maintenance fee; its compiler is kept out of the repository.
dotnet tool install wix --version 5.0.2 --tool-path build\wix
New-Item -ItemType Directory -Force dist | Out-Null
build\wix\wix build packaging\windows\guide.wxs -arch x64 -out $msi `
    -d "Version=$version" -d "Publisher=$(& $python packaging\publisher.py name)" -d "Bundle=$bundle" -d "Icon=$env:ICON" -d "Example=$PWD\packaging\policy.example.toml"
Protect-File $msi
"$((Get-FileHash $msi).Hash.ToLower())  $(Split-Path -Leaf $msi)" | Out-File -Encoding ascii dist\SHA256SUMS
Get-Content dist\SHA256SUMS
