using Disclosure.Contracts.Review;
using Disclosure.Kernel;
using MassTransit;

namespace Disclosure.BrowserTests.World;

/// <summary>Services that are not built yet, as Review knows them: by the requests they put on the broker.</summary>
internal sealed class Senders : IAsyncDisposable
{
    private readonly IBusControl bus;

    private Senders(IBusControl bus) => this.bus = bus;

    public static async Task<Senders> StartAsync(string rabbit)
    {
        var bus = Bus.Factory.CreateUsingRabbitMq(configure => configure.Host(new Uri(rabbit)));
        await bus.StartAsync();
        return new Senders(bus);
    }

    public async ValueTask DisposeAsync() => await bus.StopAsync();

    /// <summary>Asks for a review; returns the case's id.</summary>
    /// <param name="authority">Authority.</param>
    /// <param name="flow">Flow code.</param>
    /// <param name="title">Title.</param>
    /// <param name="unit">Submitting unit.</param>
    /// <param name="dueOn">Legal deadline of the subject.</param>
    /// <param name="with">What else the request says.</param>
    public async Task<Guid> RequestAsync(string authority, string flow, string title, string unit, DateOnly? dueOn = null,
        Func<RequestReview, RequestReview>? with = null)
    {
        var id = Guid.CreateVersion7();
        var request = new RequestReview(Guid.CreateVersion7(), TimeProvider.System.GetUtcNow(), authority, id, flow, "submission.report",
            Guid.CreateVersion7(), title, unit,
            $"{authority}-absent", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(id.ToByteArray())),
            new ReviewSnapshot($"<h2>{title}</h2>\n<p>活动在三个乡镇举行，共有四百余人参加。</p>", [new SnapshotField(SnapshotFields.Title, "名称", title),
                new SnapshotField(SnapshotFields.SubmissionKind, "报送类别", "动态信息")]),
            [],
            AuthorName: "赵永", DueOn: dueOn);
        await bus.Publish(with is null ? request : with(request));
        return id;
    }
}
