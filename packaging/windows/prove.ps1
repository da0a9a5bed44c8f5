# Installs the .msi silently, walks through the program, removes it, and looks what is left.
# usage: pwsh packaging/windows/prove.ps1 dist\net-surgery-guide-VERSION-x64.msi      (as an administrator)
param([Parameter(Mandatory)][string]$Msi)
$ErrorActionPreference = "Stop"
$PSNativeCommandUseErrorActionPreference = $true

$msi = (Resolve-Path $Msi).Path
$program = "$env:ProgramFiles\net-surgery-guide"
$command = "$program\net-surgery-guide-console.exe"
$policy = "$env:ProgramData\net-surgery-guide\policy.toml"
$menu = "$env:ProgramData\Microsoft\Windows\Start Menu\Programs"
$entries = "Surgery for neuroendocrine cancer.lnk", "Chirurgie du cancer neuroendocrinien.lnk"

function Assert([bool]$Holds, [string]$Else) { if (-not $Holds) { throw $Else } }

function Invoke-Installer([string]$What) {
    $done = Start-Process msiexec -Wait -PassThru -ArgumentList "$What `"$msi`" /qn /norestart /l*v msi.log"
    Assert ($done.ExitCode -eq 0) "msiexec $What ended with $($done.ExitCode); see msi.log"
}

Invoke-Installer "/i"
foreach ($entry in $entries) { Assert (Test-Path "$menu\$entry") "The Start menu has no $entry" }
$writers = (Get-Acl (Split-Path $policy)).Access | Where-Object { "$($_.FileSystemRights)" -match "Write|Modify|FullControl" }
foreach ($each in $writers) {
    Assert ("$($each.IdentityReference)" -match "SYSTEM|Administrators") "$($each.IdentityReference) may write the policy"
}

& $command about
& $command check --strict
New-Item -ItemType Directory -Force pictures | Out-Null
foreach ($language in "en", "fr") { & $command screenshot "pictures\whipple-$language.png" --topic whipple --lang $language }
& $command handout whipple --out pictures\whipple.pdf --lang fr
# A policy with a PIN is good only where PINs can be hashed, so that staff can leave the kiosk.
@'
languages = ["en", "fr"]
[staff]
pin = "scrypt:15:AAAAAAAAAAAAAAAAAAAAAA==:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
'@ | Out-File -Encoding utf8 $policy
& $command policy check

$window = Start-Process "$program\net-surgery-guide.exe" -PassThru -ArgumentList "--topic whipple"
$null = $window.Handle   # or its exit code could not be asked for later
foreach ($second in 1..60) { Start-Sleep 1; $window.Refresh(); if ($window.MainWindowHandle -ne 0) { break } }
Assert ($window.MainWindowTitle -like "Whipple*") "The window's title is '$($window.MainWindowTitle)'"
$window.CloseMainWindow() | Out-Null
Assert ($window.WaitForExit(10000)) "The window did not close"
Assert ($window.ExitCode -eq 0) "The window ended with $($window.ExitCode)"
Assert (Test-Path "$env:APPDATA\net-surgery-guide\settings.json") "The settings were not kept"

Invoke-Installer "/i"   # the same version again changes nothing of the user's
Invoke-Installer "/x"
Assert (-not (Test-Path $program)) "$program is still there"
foreach ($entry in $entries) { Assert (-not (Test-Path "$menu\$entry")) "The Start menu still has $entry" }
Assert (Test-Path $policy) "The clinic's policy is gone"
Assert (Test-Path "$env:APPDATA\net-surgery-guide\settings.json") "The user's settings are gone"
Write-Output "Installed, walked, removed; the policy and the user's settings are left."
