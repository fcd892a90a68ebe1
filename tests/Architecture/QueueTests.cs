using System.Reflection;
using Disclosure.Cli.Errors;
using Disclosure.Kernel;
using Disclosure.ServiceDefaults.Messaging;
using MassTransit;
using Xunit;

namespace Disclosure.Architecture;

/// <summary>The operator's commands know every queue that a service or the gateway consumes from.</summary>
public sealed class QueueTests
{
    [Fact]
    public void The_errors_command_looks_into_the_error_queue_of_every_consumer()
    {
        var queues = LayerTests.Services().Select(row => row.Data).Append("Gateway")
            .SelectMany(service => Assembly.Load($"Disclosure.{service}").GetTypes()
            .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(IConsumer)) && !type.IsAssignableTo(typeof(IListener)))
            .Select(consumer => Queue(service, consumer)));
        queues = queues.Concat(LayerTests.Services().Select(row => row.Data.ToLowerInvariant())
            .Where(service => service != ServiceNames.Review).Select(MessagingExtensions.PeopleQueue));
        queues = queues.Concat(LayerTests.Services().Select(row => MessagingExtensions.FactQueue(row.Data.ToLowerInvariant())));
        queues = queues.Concat(LayerTests.Services().Select(row => row.Data.ToLowerInvariant()).Append("gateway")
            .Where(service => service != ServiceNames.Review).Select(MessagingExtensions.CalendarQueue));

        Assert.Equal(queues.Order(StringComparer.Ordinal), ErrorQueues.Known.Order(StringComparer.Ordinal));
    }

    /// <summary>The name that the service's own naming gives.</summary>
    private static string Queue(string service, Type consumer)
        => (string)typeof(QueueTests).GetMethod(nameof(NameOf), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(consumer)
        .Invoke(null, [service])!;

    private static string NameOf<T>(string service) where T : class, IConsumer
        => MessagingExtensions.DurableNames(service.ToLowerInvariant()).Consumer<T>();
}
