<#
.SYNOPSIS
Makes a Windows machine a kiosk: the guide as the shell of one account, and keys that lead out of it blocked.

.DESCRIPTION
For Windows Enterprise, Education or IoT Enterprise. Run as SYSTEM (for example "psexec -s -i powershell"), because the
bridge to the device's management is open to nobody else. Needs the account guide-kiosk, a standard user, and a restart
before and after. Administrators keep every key (DisableKeyboardFilterForAdministrators).
#>
[CmdletBinding(SupportsShouldProcess)]
param([string] $Account = 'guide-kiosk')

$ErrorActionPreference = 'Stop'

foreach ($feature in 'Client-DeviceLockdown', 'Client-EmbeddedShellLauncher', 'Client-KeyboardFilter') {
    if ((Get-WindowsOptionalFeature -Online -FeatureName $feature).State -ne 'Enabled') {
        Enable-WindowsOptionalFeature -Online -FeatureName $feature -All -NoRestart | Out-Null
        Write-Warning "$feature was switched on; restart the machine and run this script again."
    }
}

# The shell
$text = (Get-Content -Raw -Encoding UTF8 (Join-Path $PSScriptRoot 'shell-launcher.xml')).Replace('guide-kiosk', $Account)
$bridge = Get-CimInstance -Namespace 'root\cimv2\mdm\dmmap' -ClassName 'MDM_AssignedAccess'
$bridge.ShellLauncher = [System.Net.WebUtility]::HtmlEncode($text)
Set-CimInstance -CimInstance $bridge

# The keys. Ctrl+Alt+Del stays, for staff to sign out; what stands on its screen is taken away below.
$blocked = 'Alt+F4', 'Alt+Tab', 'Alt+Esc', 'Alt+Space', 'Ctrl+Esc', 'Ctrl+F4', 'Ctrl+Tab', 'Shift+Ctrl+Esc', 'Windows', 'Win+L',
    'Win+R', 'Win+E', 'Win+D', 'Win+M', 'Win+U', 'Win+Enter', 'LShift+LAlt+NumLock', 'LShift+LAlt+PrintScrn', 'BrowserHome', 'LaunchMail',
    'LaunchApp1', 'LaunchApp2', 'Application'
$namespace = 'root\standardcimv2\embedded'
foreach ($key in $blocked) {
    $found = Get-CimInstance -Namespace $namespace -ClassName WEKF_PredefinedKey -Filter "Id='$key'"
    if ($found) { $found.Enabled = $true; Set-CimInstance -CimInstance $found } else { Write-Warning "There is no key $key here." }
}
Get-CimInstance -Namespace $namespace -ClassName WEKF_Settings -Filter "Name='DisableKeyboardFilterForAdministrators'" |
    ForEach-Object { $_.Value = 'true'; Set-CimInstance -CimInstance $_ }

# What the screen of Ctrl+Alt+Del offers, swipes from the edge, and what pops up
$policies = @(
    @('HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System', 'HideFastUserSwitching', 1),
    @('HKLM:\SOFTWARE\Policies\Microsoft\Windows\EdgeUI', 'AllowEdgeSwipe', 0),
    @('HKLM:\SOFTWARE\Policies\Microsoft\Windows\Explorer', 'DisableNotificationCenter', 1),
    @('HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate', 'SetAutoRestartNotificationDisable', 1)
)
foreach ($each in $policies) {
    New-Item -Path $each[0] -Force:$false -ErrorAction SilentlyContinue | Out-Null
    Set-ItemProperty -Path $each[0] -Name $each[1] -Value $each[2] -Type DWord
}

# For the kiosk's own account, once it has signed in for the first time
$sid = (Get-LocalUser $Account).SID.Value
$hive = "Registry::HKEY_USERS\$sid"
if (Test-Path $hive) {
    foreach ($name in 'DisableTaskMgr', 'DisableLockWorkstation', 'DisableChangePassword') {
        New-Item -Path "$hive\Software\Microsoft\Windows\CurrentVersion\Policies\System" -ErrorAction SilentlyContinue | Out-Null
        Set-ItemProperty -Path "$hive\Software\Microsoft\Windows\CurrentVersion\Policies\System" -Name $name -Value 1 -Type DWord
    }
    Set-ItemProperty -Path "$hive\Control Panel\Accessibility\StickyKeys" -Name Flags -Value '506'
    Set-ItemProperty -Path "$hive\Control Panel\Accessibility\Keyboard Response" -Name Flags -Value '122'
    Set-ItemProperty -Path "$hive\Control Panel\Accessibility\ToggleKeys" -Name Flags -Value '58'
} else {
    Write-Warning "$Account has not signed in yet; sign in once and run this script again."
}
