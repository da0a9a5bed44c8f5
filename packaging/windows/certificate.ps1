# Puts a code-signing certificate into the store of this machine for build.ps1; only for a build machine of one's own.
# CERTIFICATE is a .pfx in base64, PASSWORD its password. Certificates on a token or in a cloud need none of this.
$ErrorActionPreference = "Stop"
$file = New-TemporaryFile
try {
    [IO.File]::WriteAllBytes($file, [Convert]::FromBase64String($env:CERTIFICATE))
    $password = ConvertTo-SecureString $env:PASSWORD -AsPlainText -Force
    $found = Import-PfxCertificate -FilePath $file -CertStoreLocation Cert:\CurrentUser\My -Password $password
} finally {
    Remove-Item $file
}
"SIGNING_THUMBPRINT=$($found.Thumbprint)" | Out-File -Append -Encoding utf8 $env:GITHUB_ENV
