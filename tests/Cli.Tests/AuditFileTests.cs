using System.Text;
using System.Text.Json.Nodes;
using Disclosure.Kernel.Auditing;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Cli.Tests;

/// <summary><c>audit verify FILE</c>: an export is examined without the platform; whatever was done to it within the chain is named by its
/// line.</summary>
public sealed class AuditFileTests
{
    private static readonly List<AuditRecord> Chain = Append([], 6);

    private static string Head => Chain[^1].Hash;

    [Fact]
    public async Task An_export_as_it_was_made_is_intact_and_says_what_a_file_alone_cannot_show()
    {
        var said = await Verify(Lines(Chain));
        Assert.Equal((0, ""), (said.ExitCode, said.Errors));
        Assert.Contains($"bijie review：6 条记录完好，末条 6:{Head}", said.Output, StringComparison.Ordinal);
        Assert.Contains("只凭文件无法判断", said.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Verify(Lines(Chain), "--head", Head, "--authority", "bijie")).ExitCode);
        // A head that was kept earlier vouches for everything up to it.
        Assert.Contains("另行保存的是第 4 条，其后 2 条", (await Verify(Lines(Chain), "--head", $"4:{Chain[3].Hash}")).Output,
            StringComparison.Ordinal);
    }

    public static TheoryData<string, int, string> Tampered => new()
    {
        { "changed", 3, "记录内容与校验值不符" },
        { "changed and hashed anew", 4, "与上一条记录不衔接" },
        { "deleted", 3, "缺少第 3 条记录" },
        { "reordered", 3, "缺少第 3 条记录" },
        { "repeated", 4, "第 3 条记录重复或者次序有误" },
        { "inserted", 4, "第 3 条记录重复或者次序有误" },
        { "head cut off", 1, "缺少第 1 条记录" },
        { "cut within a line", 6, "不是一条完整的审计记录" },
        { "a word the hash does not cover", 2, "不是一条完整的审计记录" },
        { "a member told twice", 2, "不是一条完整的审计记录" },
        { "a word where a seal would be", 2, "不是一条完整的审计记录" },
        { "another authority's entry", 5, "记录属于另一机关" },
        { "sealed, with a word beside the seal", 3, "隐去内容的记录带有内容" },
        { "sealed over another entry", 4, "与上一条记录不衔接" },
        { "sealed after a forgery", 4, "隐去内容的记录已被改动" },
        { "sealed with another content's hash", 3, "隐去内容的记录已被改动" },
    };

    [Theory]
    [Rule(190)]
    [MemberData(nameof(Tampered))]
    public async Task The_first_broken_line_is_named(string how, int line, string problem)
    {
        var said = await Verify(Tamper(how));
        Assert.Equal((1, ""), (said.ExitCode, said.Output));
        Assert.Contains($"第 {line} 行：{problem}", said.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_kept_from_whoever_exported_link_the_chain_and_are_counted()
    {
        List<AuditRecord> entries = [.. Chain];
        (entries[1], entries[5]) = (entries[1].Seal(), entries[5].Seal());
        var said = await Verify(Lines(entries), "--head", $"6:{Head}");
        Assert.Equal((0, ""), (said.ExitCode, said.Errors));
        Assert.Contains("其中 2 条隐去了内容，位置完好，为何隐去只凭文件无法判断：第 2、6 条", said.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("隐去", (await Verify(Lines(Chain))).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cut_off_end_and_a_chain_computed_anew_are_seen_only_with_a_hash_kept_elsewhere()
    {
        var cut = Lines([.. Chain.Take(4)]);
        Assert.Equal(0, (await Verify(cut)).ExitCode);
        var missed = await Verify(cut, "--head", Head);
        Assert.Equal(1, missed.ExitCode);
        Assert.Contains("没有另行保存的那一条", missed.Errors, StringComparison.Ordinal);

        var anew = Lines(Append([], 6, "改写"));
        Assert.Equal(0, (await Verify(anew)).ExitCode);
        Assert.Equal(1, (await Verify(anew, "--head", $"6:{Head}")).ExitCode);
    }

    [Fact]
    public async Task What_is_no_export_is_broken_and_what_cannot_be_read_is_not_asked()
    {
        Assert.Equal(1, (await Verify("")).ExitCode);
        Assert.Equal(1, (await Verify(new string('x', AuditLine.MaxBytes + 4096))).ExitCode);
        Assert.Equal(1, (await Verify(Lines(Chain), "--authority", "taishan")).ExitCode);
        Assert.Equal(1, (await Verify(Lines(Chain), "--service", "catalogue")).ExitCode);
        Assert.Equal(2, (await Command.RunAsync("audit", "verify", "no-such-file")).ExitCode);
        Assert.Equal(2, (await Verify(Lines(Chain), "--head", "beginning")).ExitCode);
    }

    [Fact]
    public void The_hash_is_the_one_that_others_compute_from_its_description()
    {
        // Computed by another program in another language.
        var entry = new AuditRecord
        {
            Service = "review",
            Authority = "bijie",
            Position = 1,
            At = new DateTimeOffset(2026, 3, 4, 2, 0, 0, TimeSpan.Zero).AddTicks(1_234_560),
            Act = "returned",
            Actor = "bijie-head",
            ActorName = "某科长",
            Role = "head",
            Unit = "art",
            Source = "10.0.0.7",
            CaseId = Guid.Parse("01a21494-cc9a-79df-a3d8-3ec1072b7003"),
            Flow = "publication",
            SubjectKind = "catalogue.item",
            SubjectId = Guid.Parse("01a21494-cc9a-79df-a3d8-3ec1072b7002"),
            Title = "标题",
            Step = "section-head",
            Digest = new string('d', 64),
            Reason = "",
            PreviousHash = AuditRecord.Genesis,
            Hash = "",
        };
        Assert.Equal("356c151986340fa532003d49742b375635e1506b15bdec01efa2f82c9c8cf240", entry.ComputeHash());
        Assert.Equal("d7e7d63523c1e7fb03f24ce53589433255b33104865aa2fc0c0776ee9d8d8311", (entry with { Detail = "{\"a\":1}" })
            .ComputeHash());
    }

    private static string Tamper(string how)
    {
        List<AuditRecord> entries = [.. Chain];
        switch (how)
        {
            case "changed":
                entries[2] = entries[2] with { Reason = "从未说过" };
                break;
            case "changed and hashed anew":
                entries[2] = Hashed(entries[2] with { Reason = "从未说过" });
                break;
            case "deleted":
                entries.RemoveAt(2);
                break;
            case "reordered":
                (entries[2], entries[3]) = (entries[3], entries[2]);
                break;
            case "repeated":
                entries.Insert(2, entries[2]);
                break;
            case "inserted":
                entries.Insert(2, Append([.. entries.Take(2)], 1, "插入")[2]);
                break;
            case "head cut off":
                entries.RemoveAt(0);
                break;
            case "cut within a line":
                return Lines(entries)[..^40];
            case "a word the hash does not cover":
                return Lines(entries, n => n == 1, line => line.Insert(line.Length - 1, ",\"note\":\"另有隐情\""));
            case "a word where a seal would be":
                return Lines(entries, n => n == 1, line => line.Insert(line.Length - 1, ",\"isSealed\":\"此条已撤销\""));
            case "a member told twice":
                return Lines(entries, n => n == 1, line => line.Insert(1, "\"reason\":\"先说一遍\","));
            case "another authority's entry":
                entries[4] = Hashed(entries[4] with { Authority = "taishan" });
                break;
            case "sealed, with a word beside the seal":
                entries[2] = entries[2].Seal() with { Reason = "从未说过" };
                break;
            case "sealed over another entry":
                entries[2] = Hashed(entries[2] with { Reason = "从未说过" }).Seal();
                break;
            case "sealed after a forgery":
                // Everything up to the third is written anew, and a seal is to hide that the fourth followed another third.
                entries = [.. Append([], 3, "改写"), entries[3].Seal(), .. entries.Skip(4)];
                entries[3] = entries[3] with { PreviousHash = entries[2].Hash };
                break;
            case "sealed with another content's hash":
                entries[2] = entries[2].Seal() with { ContentHash = new string('0', 64) };
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(how), how, "No such tampering.");
        }

        return Lines(entries);
    }

    private static List<AuditRecord> Append(IReadOnlyList<AuditRecord> before, int count, string reason = "同意")
    {
        List<AuditRecord> entries = [.. before];
        for (var n = 0; n < count; n++)
        {
            entries.Add(Hashed(new AuditRecord
            {
                Service = "review",
                Authority = "bijie",
                Position = entries.Count + 1,
                At = new DateTimeOffset(2026, 3, 4, 2, entries.Count, 0, TimeSpan.Zero),
                Act = "approved",
                Actor = "bijie-head",
                ActorName = "某科长",
                Reason = reason,
                Detail = new JsonObject { ["checklist"] = new JsonArray("scope") }.ToJsonString(),
                PreviousHash = entries.Count == 0 ? AuditRecord.Genesis : entries[^1].Hash,
                Hash = "",
            }));
        }

        return entries;
    }

    private static AuditRecord Hashed(AuditRecord entry) => entry with { Hash = entry.ComputeHash() };

    private static string Lines(IReadOnlyList<AuditRecord> entries, Func<int, bool>? which = null, Func<string, string>? edit = null)
        => string.Concat(entries
        .Select((entry, n) => Encoding.UTF8.GetString(AuditLine.Write(entry)) is var line && which?.Invoke(n) == true ? edit!(line) + "\n"
        : line + "\n"));

    private static async Task<Said> Verify(string text, params string[] more)
    {
        using var directory = new TemporaryDirectory();
        return await Command.RunAsync(["audit", "verify", directory.Write("audit.ndjson", text), .. more]);
    }
}
