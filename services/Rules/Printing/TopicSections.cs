using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Printing;

/// <summary>What the other systems (制度) of an authority say.</summary>
internal static class TopicSections
{
    /// <summary>依申请公开.</summary>
    public static IEnumerable<PrintTable> Applications(RulePack pack)
    {
        yield return PackPrinter.Entries("申请渠道", "applicationChannels", pack.ApplicationChannels);
        if (pack.FeeBasis is { } fee) yield return new("收费依据", [new("feeBasis", "收费依据", fee.Name, fee.Citation)]);
        yield return new("答复情形", [.. pack.ReplyOutcomes.Select(outcome => new PrintRow($"replyOutcomes.{outcome.Code}", outcome.Name,
            outcome.Row is { } row ? $"年度报告表三第 {row} 行" : "不结束申请，年度报告表三不单列", outcome.Citation))]);
    }

    /// <summary>表单.</summary>
    public static IEnumerable<PrintTable> Forms(RulePack pack) => pack.Forms.Select(form => new PrintTable(form.Name,
    [
        new($"forms.{form.Code}", $"表单：{form.Name}",
            $"共 {form.Fields.Count} 项，其中必填 {form.Fields.Count(field => field.Required)} 项", form.Citation),
        .. form.Fields.Select(field => new PrintRow($"forms.{form.Code}.fields.{field.Code}", field.Name,
            field.Required ? "必填" : "选填，有则填", field.Citation ?? form.Citation, Inherited: field.Citation is null)),
    ]));

    /// <summary>会议公开.</summary>
    public static IEnumerable<PrintTable> Meetings(RulePack pack)
    {
        yield return PackPrinter.Entries("公开的会议", "meetings.scope", pack.Meetings.Scope);
        yield return PackPrinter.Entries("公开的议题", "meetings.agendaKinds", pack.Meetings.AgendaKinds);
        yield return PackPrinter.Entries("重大民生议题邀请对象", "meetings.invitees", pack.Meetings.Invitees);
    }

    /// <summary>政策解读.</summary>
    public static IEnumerable<PrintTable> Interpretation(RulePack pack, PackNames names)
    {
        yield return PackPrinter.Entries("解读范围", "interpretation.scope", pack.Interpretation.Scope);
        yield return PackPrinter.Entries("解读形式", "interpretation.forms", pack.Interpretation.Forms);
        if (pack.Interpretation.Citation is { } citation)
            yield return new("首发渠道", [new("interpretation", "首发渠道",
                pack.Interpretation.FirstChannel is { } first ? names.Channel(first) : "未指定", citation)]);
    }

    /// <summary>政民互动与回应关切.</summary>
    public static IEnumerable<PrintTable> Interaction(RulePack pack)
    {
        yield return PackPrinter.Entries("来信来源", "interaction.sources", pack.Interaction.Sources);
        yield return PackPrinter.Entries("问题分类", "interaction.questionClasses", pack.Interaction.QuestionClasses);
        yield return PackPrinter.Entries("回应形式", "interaction.responseForms", pack.Interaction.ResponseForms);
    }

    /// <summary>民主监督评议.</summary>
    public static IEnumerable<PrintTable> Appraisal(RulePack pack)
    {
        yield return PackPrinter.Entries("评议内容", "appraisal.criteria", pack.Appraisal.Criteria);
        yield return PackPrinter.Entries("评议方式", "appraisal.methods", pack.Appraisal.Methods);
        yield return PackPrinter.Entries("评议代表", "appraisal.representatives", pack.Appraisal.Representatives);
    }

    /// <summary>年度报告.</summary>
    public static IEnumerable<PrintTable> AnnualReport(RulePack pack)
    {
        yield return PackPrinter.Entries("标题", "annualReport.headings", pack.AnnualReport.Headings);
        yield return PackPrinter.Entries("应有内容", "annualReport.contents", pack.AnnualReport.Contents);
        yield return PackPrinter.Entries("表格", "annualReport.tables", pack.AnnualReport.Tables);
        yield return new("数据核对规则", [.. pack.AnnualReport.Checks.Select(check => new PrintRow($"annualReport.checks.{check.Code}",
            $"核对规则 {check.Code}", check.Name, check.Citation))]);
        yield return PackPrinter.Entries("公布和报送对象", "annualReport.recipients", pack.AnnualReport.Recipients);
    }

    /// <summary>通报与报告.</summary>
    public static IEnumerable<PrintTable> Reports(RulePack pack)
        => [new("通报与报告", [.. pack.Reports.Select(report => new PrintRow($"reports.{report.Code}", report.Name,
            PackPrinter.Lines($"周期：{PackTerms.Of(report.Period)}", $"对象：{report.Audience}"), report.Citation))])];

    /// <summary>职责分工.</summary>
    public static IEnumerable<PrintTable> Responsibilities(RulePack pack)
        => [new("职责分工", [.. pack.Responsibilities.Select(duty => new PrintRow($"responsibilities.{duty.Code}", duty.Name,
            PackNames.Roles(duty.Roles), duty.Citation))])];

    /// <summary>禁止事项.</summary>
    public static IEnumerable<PrintTable> Prohibitions(RulePack pack)
        => [PackPrinter.Entries("禁止事项", "prohibitions", pack.Prohibitions)];

    /// <summary>提示: what a local rule says against national law.</summary>
    public static IEnumerable<PrintTable> Warnings(RulePack pack)
        => [new("只作提示、不予执行", [.. pack.Warnings.Select(warning => new PrintRow($"warnings.{warning.Code}",
            $"提示时点：{string.Join('、', warning.Acts.Select(PackTerms.Of))}",
            PackPrinter.Lines(warning.Name, $"上位规定：{warning.Statute}"), warning.Citation))])];
}
