using System.Net.Sockets;
using System.Text;
using Disclosure.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Xunit;

namespace Disclosure.ServiceDefaults.Tests;

/// <summary>Who is asked to end is gone within five seconds, whatever is away, and says its last where somebody listens.</summary>
public sealed class EndingTests : IDisposable
{
    /// <summary>Nobody listens here.</summary>
    private const int Refusing = 1;
    private readonly SilentLine hanging = SilentLine.Hanging();

    public enum Server
    {
        There,
        Refusing,
        Hanging,
    }

    public void Dispose() => hanging.Dispose();

    [Theory]
    [InlineData(Server.There, Server.There, Server.There)]
    [InlineData(Server.Refusing, Server.There, null)]
    [InlineData(Server.Hanging, Server.There, null)]
    [InlineData(Server.There, Server.Refusing, null)]
    [InlineData(Server.There, Server.Hanging, null)]
    [InlineData(Server.There, Server.There, Server.Refusing)]
    [InlineData(Server.There, Server.There, Server.Hanging)]
    [InlineData(Server.There, Server.There, Server.Refusing, "grpc")]
    [InlineData(Server.There, Server.There, Server.Hanging, "grpc")]
    [InlineData(Server.Refusing, Server.Refusing, Server.Refusing, "grpc")]
    [InlineData(Server.Hanging, Server.Hanging, Server.Hanging, "grpc")]
    public async Task It_ends_when_it_never_met(Server database, Server broker, Server? collector, string protocol = "http/protobuf")
    {
        await using var existing = await TestDatabase.CreateAsync();
        await using var receiver = await Collector.StartAsync();
        var host = await EndingHost.StartAsync(
            database == Server.There ? existing.ConnectionString : EndingHost.Database(Port(database)),
            broker == Server.There ? await TestServers.VirtualHostAsync() : EndingHost.Broker(Port(broker)),
            collector is null ? null : collector == Server.There ? receiver.Port : Port(collector.Value), protocol);
        if (database == Server.There) await host.WithTablesAsync();
        if (broker == Server.There) await host.ConnectedAsync();
        if (new[] { database, broker, collector }.Contains(Server.Hanging)) await Hangs(host, collector);
        // Something to tell the collector.
        using (var http = host.Http) (await http.GetAsync(new Uri("/work", UriKind.Relative))).Dispose();

        await host.AssertEndsInTimeAsync();
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task It_ends_when_they_fall_silent_in_the_middle_of_a_relay(bool database, bool broker)
    {
        await using var existing = await TestDatabase.CreateAsync();
        var rabbit = await TestServers.VirtualHostAsync();
        using var toDatabase = SilentLine.To(new NpgsqlConnectionStringBuilder(existing.ConnectionString).Port);
        using var toBroker = SilentLine.To(new Uri(rabbit).Port);
        var host = await EndingHost.StartAsync(
            EndingHost.Database(existing.ConnectionString, toDatabase.Port), EndingHost.Broker(rabbit, toBroker.Port), hanging.Port);
        await (await host.WithTablesAsync()).ConnectedAsync();
        await host.Publish("before");
        await Eventually.Holds(async () => await host.InDatabase(db => db.Effects.CountAsync()) == 1, "all work");

        if (broker) toBroker.FallSilent();
        if (!database) await host.Publish("in between");
        if (database) toDatabase.FallSilent();
        if (database) await toDatabase.Asked;
        else await toBroker.Asked;

        await host.AssertEndsInTimeAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_ends_in_the_middle_of_a_consumer(bool silent)
    {
        await using var existing = await TestDatabase.CreateAsync();
        var rabbit = await TestServers.VirtualHostAsync();
        using var toDatabase = SilentLine.To(new NpgsqlConnectionStringBuilder(existing.ConnectionString).Port);
        var host = await EndingHost.StartAsync(EndingHost.Database(existing.ConnectionString, toDatabase.Port), rabbit, lingers: true);
        await host.WithTablesAsync();
        await host.Publish("half done");
        await host.Holdup.Reached.Task;
        if (silent) toDatabase.FallSilent();

        await host.AssertEndsInTimeAsync();

        // A server behind a silent line keeps the transaction until it has slept; otherwise the next process takes the message.
        if (silent) return;
        await using var next = await EndingHost.StartAsync(existing.ConnectionString, rabbit);
        await Eventually.Holds(async () => await next.InDatabase(db => db.Effects.CountAsync()) == 1, "the message took effect once");
    }

    [Theory]
    [InlineData("/lingers", false)]
    [InlineData("/lingers", true)]
    [InlineData("/deaf", true)]
    public async Task It_ends_while_a_request_is_in_flight(string path, bool silent)
    {
        await using var existing = await TestDatabase.CreateAsync();
        using var toDatabase = SilentLine.To(new NpgsqlConnectionStringBuilder(existing.ConnectionString).Port);
        var host = await EndingHost.StartAsync(
            EndingHost.Database(existing.ConnectionString, toDatabase.Port), await TestServers.VirtualHostAsync(), hanging.Port);
        await (await host.WithTablesAsync()).ConnectedAsync();
        using var http = host.Http;
        var answer = http.GetAsync(new Uri(path, UriKind.Relative));
        await host.Holdup.Reached.Task;
        if (silent) toDatabase.FallSilent();

        await host.AssertEndsInTimeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => answer);
    }

    [Fact]
    public async Task It_ends_while_a_request_is_still_being_sent()
    {
        var host = await EndingHost.StartAsync(EndingHost.Database(Refusing), EndingHost.Broker(Refusing), hanging.Port, "grpc");
        using var http = host.Http;
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", http.BaseAddress!.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("POST /work HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf"));
        // Another connection is answered, so the server has come as far as ours.
        (await http.GetAsync(new Uri("/work", UriKind.Relative))).Dispose();

        await host.AssertEndsInTimeAsync();
    }

    [Fact]
    public async Task It_ends_while_a_request_waits_for_another_service_and_does_not_listen()
    {
        using var silent = SilentLine.Hanging();
        var host = await EndingHost.StartAsync(EndingHost.Database(Refusing), EndingHost.Broker(Refusing), hanging.Port);
        using var http = host.Http;
        var answer = http.GetAsync(new Uri($"/asks/{silent.Port}", UriKind.Relative));
        await silent.Asked;

        await host.AssertEndsInTimeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => answer);
    }

    [Theory]
    [InlineData(Server.There)]
    [InlineData(Server.Refusing)]
    [InlineData(Server.Hanging)]
    public async Task What_it_says_last_reaches_a_collector_that_listens(Server others)
    {
        await using var existing = await TestDatabase.CreateAsync();
        await using var collector = await Collector.StartAsync();
        var host = await EndingHost.StartAsync(
            others == Server.There ? existing.ConnectionString : EndingHost.Database(Port(others)),
            others == Server.There ? await TestServers.VirtualHostAsync() : EndingHost.Broker(Port(others)), collector.Port);
        var log = host.Services.GetRequiredService<ILogger<EndingTests>>();
        var lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();
        lifetime.ApplicationStopped.Register(() => log.LogWarning("words at the very end"));
        using (var http = host.Http) (await http.GetAsync(new Uri("/work", UriKind.Relative))).Dispose();

        await host.AssertEndsInTimeAsync();

        Assert.True(collector.Heard("traces", "the last deed"), "the span");
        Assert.True(collector.Heard("metrics", "http.server.request.duration"), "the measurement");
        Assert.True(collector.Heard("logs", "the last words"), "the log");
        Assert.True(collector.Heard("logs", "words at the very end"), "the log after everything has stopped");
    }

    [Theory]
    [InlineData("OtlpTraceExporter", false)]
    [InlineData("OtlpMetricExporter", false)]
    [InlineData("OtlpLogExporter", false)]
    [InlineData("anybody else", true)]
    public async Task An_exporter_has_no_resilience_that_its_host_would_have_to_wait_for(string client, bool resilient)
    {
        await using var host = await EndingHost.StartAsync(EndingHost.Database(Refusing), EndingHost.Broker(Refusing), Refusing);
        var handlers = new List<string>();
        var handler = host.Services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(client);
        for (; handler is not null; handler = (handler as DelegatingHandler)?.InnerHandler!) handlers.Add(handler.GetType().Name);

        Assert.Equal(resilient, handlers.Contains("ResilienceHandler"));
    }

    private int Port(Server server) => server == Server.Hanging ? hanging.Port : Refusing;

    /// <summary>Somebody waits for an answer; an exporter only does when there is something to export.</summary>
    private async Task Hangs(EndingHost host, Server? collector)
    {
        if (collector == Server.Hanging) host.Services.GetRequiredService<ILogger<EndingTests>>().LogWarning("export this");
        await hanging.Asked;
    }
}
