namespace Disclosure.Documents.Storing;

/// <summary>How systems say that a disk has no room.</summary>
internal static class FullDisk
{
    /// <summary>ENOSPC of every Unix.</summary>
    private const int NoSpace = 28;

    public static bool IsSaidBy(IOException failure) => (failure.HResult & 0xFFFF) switch
    {
        // ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL; the runtime says the latter on any system when it reserves room.
        0x27 or 0x70 => OperatingSystem.IsWindows() || failure.HResult < 0,
        NoSpace => !OperatingSystem.IsWindows(),
        // EDQUOT.
        122 => OperatingSystem.IsLinux(),
        69 => OperatingSystem.IsMacOS(),
        _ => false,
    };
}
