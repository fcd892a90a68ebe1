using System.Net;
using Disclosure.Contracts.Catalogue.Api;
using Xunit;
using static Disclosure.Gateway.Tests.Workbench.PlayedServices;

namespace Disclosure.Gateway.Tests.Workbench;

/// <summary>The page on which files of a draft are arranged: what it sends, and what it says when that is refused.</summary>
public sealed class AttachmentsPageTests
{
    private static readonly ItemAttachment First = new("甲.csv", "text/csv", 2_100, new string('a', 64), new string('b', 64));
    private static readonly ItemAttachment Second = new("乙.pdf", "application/pdf", 3_400_000, new string('c', 64), new string('d', 64));

    private readonly Guid id = Guid.CreateVersion7();

    [Fact]
    public async Task Files_are_shown_with_their_kind_size_links_and_what_was_found_in_each()
    {
        await using var played = await StartAsync(ItemAction.Edit);
        played.Says($"GET catalogue/items/{id}/release-check", new ReleaseCheckView([new ReleaseFindingView(
            "file-aaaaaaaaaaaaaaaa/identity-card", "file-aaaaaaaaaaaaaaaa", "附件“甲.csv”", "身份证号", true, 2,
            ["52*************231（第 2 行）"], "请遮盖后重新上传。")]));
        var (_, text, _) = await played.GetAsync($"/staff/items/{id}/attachments");
        Assert.Contains("CSV 表格，3 KB", text, StringComparison.Ordinal);
        Assert.Contains("PDF 文件，3.2 MB", text, StringComparison.Ordinal);
        Assert.Contains($"/api/catalogue/bijie/items/{id}/attachments/{First.Digest}", text, StringComparison.Ordinal);
        Assert.Contains($"/api/catalogue/bijie/items/{id}/attachments/{First.Original}", text, StringComparison.Ordinal);
        Assert.Matches("(?s)attachments\\.0.*不得公开：身份证号（2 处）.*请遮盖后重新上传。.*attachments\\.1", text);
    }

    [Theory]
    [InlineData("up", 1, "乙.pdf", "甲.csv")]
    [InlineData("down", 0, "乙.pdf", "甲.csv")]
    [InlineData("remove", 0, "乙.pdf")]
    public async Task A_button_sends_the_files_as_they_are_to_be(string act, int at, params string[] names)
    {
        await using var played = await StartAsync(ItemAction.Edit);
        played.Says($"PUT catalogue/items/{id}/attachments", HttpStatusCode.NoContent, new { });
        ItemAttachment[] files = [First, Second];
        var (status, _, answer) = await PostAsync(played, $"{act}:{files[at].Digest}");
        Assert.Equal(HttpStatusCode.Found, status);
        Assert.Contains("/attachments?done=", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        var sent = played.Sent<AttachmentsRequest>($"PUT catalogue/items/{id}/attachments");
        Assert.Equal(names, sent.Attachments!.Select(file => file.Name));
    }

    [Fact]
    public async Task A_name_that_is_refused_stays_as_it_was_typed()
    {
        await using var played = await StartAsync(ItemAction.Edit);
        played.Says($"PUT catalogue/items/{id}/attachments", HttpStatusCode.UnprocessableEntity, new
        {
            type = "urn:disclosure:problem:attachment-name-is-invalid",
            title = "文件名不符合要求",
            status = 422,
            errors = new Dictionary<string, string[]> { ["attachments.0"] = ["名称须以 .csv 结尾。"] },
        });
        var (status, text, _) = await PostAsync(played, "rename", ("digest", First.Digest), ("name", "甲.doc"), ("digest", Second.Digest),
            ("name", "乙.pdf"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("名称须以 .csv 结尾", text, StringComparison.Ordinal);
        Assert.Contains("value=\"甲.doc\"", text, StringComparison.Ordinal);
        Assert.Matches("id=\"attachments.0\"[^>]*aria-invalid=\"true\"", text);
    }

    [Fact]
    public async Task A_draft_that_was_saved_elsewhere_keeps_its_files_and_says_so()
    {
        await using var played = await StartAsync(ItemAction.Edit);
        played.Refuses($"PUT catalogue/items/{id}/attachments", HttpStatusCode.PreconditionFailed, "changed-meanwhile",
            "内容已被他人修改");
        var (status, text, _) = await PostAsync(played, $"remove:{First.Digest}");
        Assert.Equal(HttpStatusCode.PreconditionFailed, status);
        Assert.Contains("这份草稿在别处已保存过", text, StringComparison.Ordinal);
        Assert.Contains("附件没有改动", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_sent_without_a_file()
    {
        await using var played = await StartAsync(ItemAction.Edit);
        var (status, text, _) = await played.PostAsync($"/staff/items/{id}/attachments", "arrange", ("version", "\"1\""),
            ("then", "upload"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("请选择要上传的文件", text, StringComparison.Ordinal);
        Assert.DoesNotContain($"POST catalogue/items/{id}/attachments", played.Asked);
    }

    [Fact]
    public async Task What_is_under_review_is_only_read()
    {
        await using var played = await StartAsync();
        var (_, text, _) = await played.GetAsync($"/staff/items/{id}/attachments");
        Assert.Contains("甲.csv", text, StringComparison.Ordinal);
        Assert.DoesNotContain("移除", text, StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"file\"", text, StringComparison.Ordinal);
        // Nor is the author's own file offered to whoever only reads.
        Assert.DoesNotContain(First.Original, text, StringComparison.Ordinal);
    }

    private async Task<PlayedServices> StartAsync(params IReadOnlyList<ItemAction> actions)
    {
        var played = await PlayedServices.StartAsync();
        played.Says($"GET catalogue/items/{id}", Item(id, actions.Count > 0 ? ItemState.Draft : ItemState.InReview, null, actions) with
        {
            Attachments = [First, Second],
        });
        played.Says($"GET catalogue/items/{id}/release-check", new ReleaseCheckView([]));
        return played;
    }

    private Task<(HttpStatusCode Status, string Text, HttpResponseMessage Answer)> PostAsync(PlayedServices played, string then,
        params (string Name, string Value)[] files)
        => played.PostAsync($"/staff/items/{id}/attachments", "arrange", [("version", "\"1\""), ("then", then),
            .. files.Length > 0 ? files
                : [("digest", First.Digest), ("name", First.Name), ("digest", Second.Digest), ("name", Second.Name)]]);
}
