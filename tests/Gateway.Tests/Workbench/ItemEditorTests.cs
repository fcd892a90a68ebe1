using System.Net;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Kernel;
using Disclosure.Rules.Packs;
using Xunit;
using static Disclosure.Gateway.Tests.Workbench.PlayedServices;

namespace Disclosure.Gateway.Tests.Workbench;

/// <summary>What a drafter is told at the fields of a draft, and of the file it came from.</summary>
public sealed class ItemEditorTests
{
    private readonly Guid id = Guid.CreateVersion7();

    [Fact]
    public async Task What_an_import_left_out_is_told_until_the_draft_is_public()
    {
        await using var played = await StartAsync();
        Draft(played);
        var item = Item(id, ItemState.Draft, null, ItemAction.Edit) with { ImportRemarks = ["第 2 段有隐藏文字未导入。", "2 张图片未导入。"] };
        played.Says($"GET catalogue/items/{id}", item);
        var (_, text, _) = await played.GetAsync($"/staff/items/{id}");
        Assert.Matches("<details class=\"panel import-remarks\" open>\\s*<summary><strong>导入说明（2 条）", text);
        Assert.Contains("<li>第 2 段有隐藏文字未导入。</li>", text, StringComparison.Ordinal);

        played.Says($"GET catalogue/items/{id}", item with { Revision = 1 });
        Assert.DoesNotContain("导入说明", (await played.GetAsync($"/staff/items/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_proactive_disclosure_has_a_ground_by_default_and_the_choice_says_which()
    {
        await using var played = await StartAsync();
        Draft(played);
        var (_, text, _) = await played.GetAsync($"/staff/items/{id}");
        var plain = RulePacks.Load()["bijie"].Grounds.First(ground => ground.Attribute == DisclosureAttribute.Proactive).Name;
        Assert.Matches($"<select [^>]*name=\"ground\"[^>]*>\\s*<option value>请选择（主动公开的默认为“{plain}”）</option>", text);
        Assert.DoesNotContain("按属性默认", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_the_days_of_a_pre_disclosure_is_told_at_them_once_they_are_saved()
    {
        await using var played = await StartAsync();
        Draft(played);
        var companions = new ItemCompanions(false, true, false, [], [], null, []);
        played.Says($"GET catalogue/items/{id}/companions", companions with { PreDisclosureRemark = "期间只有 14 日，一般不少于 30 日。" });
        var (_, text, _) = await played.GetAsync($"/staff/items/{id}");
        Assert.Matches("id=\"preDisclosure-fault\"><strong>请注意：</strong>期间只有 14 日，一般不少于 30 日。", text);
        foreach (var day in new[] { "from", "to" })
            Assert.Matches($"<input [^>]*id=\"preDisclosure.{day}\"[^>]*aria-describedby=\"preDisclosure-fault\"", text);

        played.Says($"GET catalogue/items/{id}/companions", companions);
        Assert.DoesNotContain("preDisclosure-fault", (await played.GetAsync($"/staff/items/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_warnings_about_grounds_belong_to_the_field_and_are_open_where_they_matter()
    {
        await using var played = await StartAsync();
        Draft(played);
        var (_, text, _) = await played.GetAsync($"/staff/items/{id}");
        Assert.Matches("<select [^>]*name=\"ground\"[^>]*aria-describedby=\"ground-warnings\"", text);
        Assert.Matches("<details class=\"rule-warnings\" id=\"ground-warnings\">", text);

        var item = Item(id, ItemState.Draft, null, ItemAction.Edit);
        played.Says($"GET catalogue/items/{id}", item with { Attribute = DisclosureAttribute.Withheld, Ground = "non-disclosure-list" });
        Assert.Matches("id=\"ground-warnings\" open", (await played.GetAsync($"/staff/items/{id}")).Text);

        Draft(played);
        played.Refuses($"PUT catalogue/items/{id}", HttpStatusCode.UnprocessableEntity, "item-is-invalid", "内容不符合要求");
        (_, text, _) = await played.PostAsync($"/staff/items/{id}", "edit", ("title", "某公告"), ("then", "keep"), ("version", "\"1\""));
        Assert.Matches("id=\"ground-warnings\" open", text);
    }

    private void Draft(PlayedServices played)
    {
        played.Says($"GET catalogue/items/{id}", Item(id, ItemState.Draft, null, ItemAction.Edit, ItemAction.Submit));
        played.Says($"GET catalogue/items/{id}/companions", new ItemCompanions(false, false, false, [], [], null, []));
    }
}
