using Disclosure.Catalogue.Import;
using Disclosure.Rules.Packs;
using Xunit;

namespace Disclosure.Catalogue.Tests.Domain;

/// <summary>分类建议: a category is proposed for what a file says of itself, with the word that decided.</summary>
public sealed class CategorySuggestionTests
{
    private static readonly RulePacks Packs = RulePacks.Load();

    [Theory]
    [InlineData("bijie", "关于对某演出公司行政处罚决定的公告", "administrative-penalties", "行政处罚")]
    [InlineData("bijie", "2026年部门预算公开说明", "budget-and-accounts", "预算")]
    [InlineData("bijie", "毕节市乡村旅游示范点扶持办法（试行）", "normative-documents", "办法")]
    [InlineData("bijie", "《扶持办法》政策解读", "policy-interpretation", "政策解读")]
    [InlineData("bijie", "2026年公开招聘工作人员公告", "recruitment-and-appointments", "招聘")]
    [InlineData("bijie", "文化产业统计公报", "industry-statistics", "统计")]
    [InlineData("gaotai", "公共体育设施提升三年行动计划", "plans-and-finance", "行动计划")]
    [InlineData("taishan", "旅行社业务经营许可办事指南", "service-guide", "办事指南")]
    public void The_title_decides(string authority, string title, string category, string word)
    {
        var proposed = CategorySuggestion.Of(Packs[authority].Categories, title, null, [], "正文。");
        Assert.Equal((category, word, "名称"), (proposed?.Category.Code, proposed?.Word, proposed?.Place));
    }

    [Fact]
    public void Where_the_title_says_nothing_kind_keywords_and_beginning_are_asked_in_this_order()
    {
        var categories = Packs["bijie"].Categories;
        Assert.Equal("文种", CategorySuggestion.Of(categories, "关于某事的函", "部门预算", ["统计"], "行政处罚")?.Place);
        Assert.Equal("主题词", CategorySuggestion.Of(categories, "关于某事的函", "函", ["统计"], "行政处罚")?.Place);
        Assert.Equal("正文开头", CategorySuggestion.Of(categories, "关于某事的函", "函", [], "行政处罚")?.Place);
    }

    [Fact]
    public void Nothing_is_proposed_where_no_word_is_there_or_only_far_down()
        => Assert.Null(CategorySuggestion.Of(Packs["bijie"].Categories, "关于某事的函", "函", [], new string('甲', 300) + "行政处罚"));

    [Fact]
    public void Only_what_the_drafter_may_choose_is_proposed()
        => Assert.Null(CategorySuggestion.Of(Packs["bijie"].Categories.Where(one => (one.Parent ?? one.Code) != "penalties"),
            "行政处罚一览", null, [], ""));
}
