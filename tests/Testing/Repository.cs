namespace Disclosure.Testing;

/// <summary>Finds files of the working tree from wherever a test runs.</summary>
public static class Repository
{
    /// <summary>The directory that holds <c>Disclosure.sln</c>.</summary>
    public static string Root { get; } = Find();

    /// <summary>Directory for what a test run leaves behind: logs and screenshots.</summary>
    public static string TestOutput { get; } = Directory.CreateDirectory(Path.Combine(Root, ".local", "test")).FullName;

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Disclosure.sln"))) return at.FullName;
        throw new InvalidOperationException("Tests run from a working tree; none was found above " + AppContext.BaseDirectory);
    }
}
