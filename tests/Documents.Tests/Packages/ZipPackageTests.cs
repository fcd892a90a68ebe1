using System.Diagnostics;
using System.Text;
using Disclosure.Documents.Import;
using Disclosure.Documents.Packages;
using Xunit;

namespace Disclosure.Documents.Tests.Packages;

/// <summary>What is unpacked is bounded before it is unpacked.</summary>
public sealed class ZipPackageTests
{
    private static readonly byte[] One = Zips.Of(Zips.Text("a.txt", "hello"));

    [Fact]
    public void What_was_packed_is_unpacked()
    {
        var big = Encoding.UTF8.GetBytes(new string('文', 500_000));
        var package = Open(Zips.Of(Zips.Text("a.txt", "hello"), ("b/大.txt", big), ("empty", [])));
        Assert.Equal(["a.txt", "b/大.txt", "empty"], package.Entries.Select(entry => entry.Name));
        Assert.Equal(big, package.Unpack(package.Find("B/大.TXT")!));
        Assert.Empty(package.Unpack(package.Find("empty")!));
    }

    [Fact]
    public void Names_of_old_Chinese_systems_are_read()
        => Assert.Equal(["名单/联通.txt", "通知.txt"],
            Open(Zips.Of(Zips.Gbk, ("名单\\联通.txt", [1]), ("通知.txt", [2]))).Entries.Select(entry => entry.Name));

    [Theory]
    [InlineData("../a.txt")]
    [InlineData("a/../../b.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("\\\\server\\a.txt")]
    [InlineData("C:\\a.txt")]
    [InlineData("a//b.txt")]
    [InlineData("./a.txt")]
    [InlineData("a/ /b.txt")]
    [InlineData("a\u202Etxt.exe")]
    [InlineData("a\n.txt")]
    public void A_name_that_leads_out_is_refused(string name) => Refused("entry-name-is-not-allowed", Zips.Of((name, [1])));

    [Theory]
    [InlineData("a.txt", "a.txt")]
    [InlineData("a.txt", "A.TXT")]
    [InlineData("a", "a/")]
    public void Two_of_a_name_are_refused(string first, string second)
        => Refused("entry-name-is-not-allowed", Zips.Of((first, []), (second, [])));

    [Fact]
    public void An_encrypted_entry_is_named() => Refused("file-is-encrypted", Zips.Patched(One, 8, 1, 0), "a.txt");

    [Fact]
    public void An_entry_packed_in_another_way_is_named() => Refused("file-type-is-not-supported", Zips.Patched(One, 10, 12, 0), "a.txt");

    [Theory]
    [InlineData(16)]
    [InlineData(20)]
    [InlineData(24)]
    [InlineData(42)]
    public void A_directory_that_lies_is_damaged(int field)
        => Assert.Throws<RefusedException>(() => Unpacked(Zips.Patched(One, field, 200, 0, 0, 0)));

    [Fact]
    public void An_entry_of_more_than_it_promised_is_damaged()
        => Assert.Throws<RefusedException>(() => Unpacked(Zips.Patched(One, 24, 4, 0, 0, 0)));

    [Fact]
    public void A_promise_of_64_bits_is_not_believed()
        => Assert.Throws<RefusedException>(() => Unpacked(Zips.Patched(One, 24, 255, 255, 255, 255)));

    [Fact]
    public void A_hundred_thousand_entries_are_refused_before_they_are_read()
    {
        var file = Zips.Of([.. Enumerable.Range(0, 100_000).Select(number => ($"{number}", Array.Empty<byte>()))]);
        var watch = Stopwatch.StartNew();
        Refused("file-is-too-complex", file);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void A_bomb_is_refused_before_it_is_unpacked()
    {
        var file = Zips.Of(("a", new byte[3_000_000]), ("b", new byte[3_000_000]));
        Refused("file-is-too-complex", file, budget: new PackageBudget(10, 5_000_000, 5_000_000));
        Refused("file-is-too-complex", file, budget: new PackageBudget(10, 9_000_000, 2_000_000));
        Open(file, new PackageBudget(10, 6_000_000, 3_000_000));
    }

    [Fact]
    public void Packages_within_each_other_share_a_budget()
    {
        var budget = new PackageBudget(2, 8, 8);
        var package = Open(One, budget);
        package.Unpack(package.Entries[0]);
        Assert.Throws<RefusedException>(() => Open(One, budget));
        Assert.Throws<RefusedException>(() => Open(Zips.Of(("a", []), ("b", [])), new PackageBudget(1, 8, 8)));
    }

    [Fact]
    public void What_stands_before_or_after_the_archive_is_no_part_of_it()
    {
        Refused("file-is-damaged", [.. One, 0]);
        Refused("file-is-damaged", [1, .. One]);
        Refused("file-is-damaged", "PK"u8.ToArray());
        Refused("file-is-damaged", []);
    }

    private static ZipPackage Open(byte[] file, PackageBudget? budget = null)
        => ZipPackage.Open(new MemoryStream(file), budget ?? new PackageBudget(10_000, 100_000_000, 50_000_000));

    private static void Unpacked(byte[] file)
    {
        var package = Open(file);
        foreach (var entry in package.Entries) package.Unpack(entry);
    }

    private static void Refused(string code, byte[] file, string words = "", PackageBudget? budget = null)
    {
        var failure = Assert.Throws<RefusedException>(() => Open(file, budget)).Failure;
        Assert.Equal(code, failure.Code);
        Assert.Contains(words, failure.Detail, StringComparison.Ordinal);
    }
}
