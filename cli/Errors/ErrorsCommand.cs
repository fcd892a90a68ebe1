using System.CommandLine;
using Disclosure.Cli.Platform;
using RabbitMQ.Client.Exceptions;

namespace Disclosure.Cli.Errors;

/// <summary><c>disclosure errors …</c>: what consumers gave up, and its way back.</summary>
internal static class ErrorsCommand
{
    private static readonly Option<string?> Queue = new("--queue") { Description = "只看这一队列，默认全部服务的队列", Recursive = true };
    private static readonly Option<string?> Messaging =
        new("--messaging") { Description = "消息服务地址 amqp://…，默认取 ConnectionStrings__messaging 或正在运行的平台", Recursive = true };

    public static Command Create() => new("errors", "处理失败的消息：查看、重放、丢弃") { Queue, Messaging, List(), Show(), Replay(), Discard() };

    private static Command List() => Act(new Command("list", "列出处理失败的消息（不显示内容）"), (_, message) =>
    {
        Console.WriteLine($"{message.Queue}  {message.Id}  {message.Type}  {message.Failure}  {message.At}");
        return Verdict.Keep;
    }, "没有处理失败的消息。");

    private static Command Show()
    {
        var id = Id(required: true);
        var body = new Option<bool>("--body") { Description = "同时显示消息内容（可能含敏感信息）" };
        return Act(new Command("show", "显示一条消息的来历") { id, body }, (parsed, message) =>
        {
            if (message.Id != parsed.GetValue(id)) return Verdict.Keep;
            Console.WriteLine($"队列：{message.Queue}\n消息：{message.Id}\n类型：{message.Type}");
            // What the exception said and where may quote the message.
            foreach (var (name, value) in message.Headers
                .Where(h => parsed.GetValue(body) || h.Key is not ("MT-Fault-Message" or "MT-Fault-StackTrace"))
                .OrderBy(h => h.Key, StringComparer.Ordinal))
                Console.WriteLine($"{name}：{value}");
            if (parsed.GetValue(body)) Console.WriteLine(message.Body);
            return Verdict.Keep;
        }, "没有这条消息。");
    }

    private static Command Replay()
    {
        var id = Id(required: false);
        return Act(new Command("replay", "原因排除后，把消息放回原队列；不给 --id 时全部放回") { id },
            (parsed, message) => Chosen(parsed.GetValue(id), message, Verdict.Replay), "没有可重放的消息。");
    }

    private static Command Discard()
    {
        var id = Id(required: true);
        return Act(new Command("discard", "永久丢弃一条消息") { id },
            (parsed, message) => Chosen(parsed.GetValue(id), message, Verdict.Discard), "没有这条消息。");
    }

    private static Verdict Chosen(string? id, GivenUpMessage message, Verdict verdict)
        => id is null || message.Id == id ? verdict : Verdict.Keep;

    private static void Tell(GivenUpMessage message, Verdict done)
        => Console.WriteLine($"{(done == Verdict.Replay ? "已重放" : "已丢弃")} {message.Queue} {message.Id}");

    private static Option<string?> Id(bool required) => new("--id") { Description = "消息编号（见 list）", Required = required };

    private static Command Act(Command command, Func<ParseResult, GivenUpMessage, Verdict> decide, string nothing)
    {
        command.SetAction(async (parsed, cancellation) =>
        {
            var local = LocalAddresses.Find();
            var address = parsed.GetValue(Messaging) ?? Environment.GetEnvironmentVariable("ConnectionStrings__messaging")
                ?? local?.Messaging;
            if (address is null)
            {
                await Console.Error.WriteLineAsync(
                    "没有正在运行的消息服务：请先执行 ./disclosure up，或用 --messaging、环境变量 ConnectionStrings__messaging 指明地址。");
                return 1;
            }

            try
            {
                return await RunAsync(new ErrorQueues(address), parsed, decide, nothing, cancellation);
            }
            catch (Exception failure) when (failure is RabbitMQClientException or UriFormatException)
            {
                await Console.Error.WriteLineAsync($"消息服务不可用：{failure.GetType().Name}。");
                return 1;
            }
        });
        return command;
    }

    /// <summary>0 when a message was found, 1 when there was none to act upon; listing nothing is good news.</summary>
    private static async Task<int> RunAsync(ErrorQueues queues, ParseResult parsed, Func<ParseResult, GivenUpMessage, Verdict> decide,
        string nothing, CancellationToken cancellation)
    {
        var (found, absent) = (0, 0);
        var id = parsed.CommandResult.Command.Options.FirstOrDefault(option => option.Name == "--id");
        var wanted = id is null ? null : parsed.GetValue<string?>("--id");
        foreach (var queue in parsed.GetValue(Queue) is { } one ? [one] : ErrorQueues.Known)
        {
            try
            {
                await queues.VisitAsync(queue, message =>
                {
                    if (wanted is null || wanted == message.Id) found++;
                    return decide(parsed, message);
                }, Tell, cancellation);
            }
            catch (NoSuchQueueException missing)
            {
                // What lies in the other queues need not wait for it.
                absent++;
                await Console.Error.WriteLineAsync($"队列 {missing.Queue} 尚未建立，消息仍留在原处：请先启动使用它的服务，再重放。");
            }
        }

        if (absent > 0) return 1;
        if (found == 0) Console.WriteLine(nothing);
        return found > 0 || id is null ? 0 : 1;
    }
}
