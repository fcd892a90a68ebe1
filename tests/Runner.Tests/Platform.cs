// The runner and its servers are Linux programs; so are their tests.
[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]
