using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Disclosure.Documents.Storing;

/// <summary>Writes a directory to disk: a renamed file survives a power cut only where its directory does. The runtime opens no
/// directories.</summary>
internal static class DirectorySync
{
    private const int ReadOnly = 0;
    private const int Interrupted = 4;

    public static void Flush(string path)
    {
        // NTFS keeps a journal of its names.
        if (OperatingSystem.IsWindows()) return;
        int descriptor;
        while ((descriptor = Open(Encoding.UTF8.GetBytes(path + '\0'), ReadOnly)) < 0)
        {
            var error = Marshal.GetLastPInvokeError();
            if (error != Interrupted) throw new IOException(new Win32Exception(error).Message, error);
        }

        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        RandomAccess.FlushToDisk(handle);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);
}
