using System.CommandLine;
using System.Globalization;
using Disclosure.Documents.Bodies;
using Disclosure.Documents.Import;
using Disclosure.Documents.Import.Recognising;
using Disclosure.Kernel;

namespace Disclosure.Cli.Documents;

/// <summary><c>read</c>: what an import would make of a file, without a platform and without keeping anything.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "DOCX、文本、Markdown、HTML 或带文字的 PDF 文件" };
        var markup = new Option<bool>("--html") { Description = "正文按平台保存的形式（HTML）打印，默认打印文字" };
        var command = new Command("read", "试读文件：打印识别的要素、正文和导入说明，不保存") { file, markup };
        command.SetAction(async (parsed, cancellation) =>
        {
            var source = parsed.GetValue(file)!;
            if (!source.Exists)
            {
                await Console.Error.WriteLineAsync($"没有文件 {source.FullName}。");
                return 1;
            }

            var bytes = await File.ReadAllBytesAsync(source.FullName, cancellation);
            var read = await DocumentReader.ReadAsync(bytes, source.Name, cancellation);
            if (read.Failure is { } failure)
            {
                await Console.Error.WriteLineAsync($"{failure.Title}：{failure.Detail}");
                return 1;
            }

            await PrintAsync(Recognition.Of(read.Value!, LegalDay.Of(TimeProvider.System.GetUtcNow())), parsed.GetValue(markup));
            return 0;
        });
        return command;
    }

    private static async Task PrintAsync(RecognisedDocument document, bool asMarkup)
    {
        await LineAsync("标题", document.Title.Value, document.Title);
        await LineAsync("文号", document.DocumentNumber?.Value, document.DocumentNumber);
        await LineAsync("发文机关", document.IssuingOrgan?.Value, document.IssuingOrgan);
        await LineAsync("成文日期", document.ProducedOn?.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), document.ProducedOn);
        await LineAsync("文种", document.Kind?.Value, document.Kind);
        foreach (var remark in document.Remarks) await Console.Out.WriteLineAsync($"导入说明：{remark.Words}");
        await Console.Out.WriteLineAsync();
        await Console.Out.WriteLineAsync(asMarkup ? document.Body.ToString() : BodyText.Of(document.Body));
    }

    private static Task LineAsync<T>(string name, string? value, Recognised<T>? found)
        => Console.Out.WriteLineAsync(found is null || string.IsNullOrEmpty(value) ? $"{name}：（未识别）"
            : $"{name}：{value}（第 {found.Place.Line} 行{(found.Confidence == Confidence.Low ? "，推测" : "")}）");
}
