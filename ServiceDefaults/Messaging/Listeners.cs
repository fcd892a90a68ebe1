using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Disclosure.ServiceDefaults.Messaging;

/// <summary>A consumer that every replica has for itself.</summary>
public interface IListener : IConsumer;

/// <summary>What each replica of a process hears by itself while it lives: every one gets every message, and what is said while it is away
/// it never hears.</summary>
/// <remarks>A service's queue outlives its processes and is shared by them; a listener's queue is its own and goes with it. Both kinds
/// have one connection.</remarks>
public sealed class Listeners
{
    private readonly IBusRegistrationConfigurator bus;
    private readonly string prefix;
    private readonly KebabCaseEndpointNameFormatter names;
    private readonly List<Func<IServiceProvider, IReceiveEndpointObserver>> observers = [];

    internal Listeners(IBusRegistrationConfigurator bus, string service)
    {
        this.bus = bus;
        prefix = $"{service}-{Guid.CreateVersion7():N}";
        names = new KebabCaseEndpointNameFormatter(prefix, includeNamespace: false);
    }

    /// <summary>Lets a consumer hear.</summary>
    /// <typeparam name="T">The consumer.</typeparam>
    /// <returns>The same listeners.</returns>
    public Listeners Add<T>() where T : class, IListener
    {
        bus.AddConsumer<T>().Endpoint(endpoint => endpoint.Name = names.Consumer<T>());
        return this;
    }

    /// <summary>Tells an observer when the listeners hear and when they do not; it is told nothing of the service's own queues.</summary>
    /// <typeparam name="T">The observer.</typeparam>
    /// <returns>The same listeners.</returns>
    public Listeners ObservedBy<T>() where T : class, IReceiveEndpointObserver
    {
        bus.TryAddSingleton<T>();
        observers.Add(services => services.GetRequiredService<T>());
        return this;
    }

    /// <summary>Whether a queue is a listener's.</summary>
    internal bool Owns(string queue) => queue.StartsWith(prefix, StringComparison.Ordinal);

    internal void Configure(IRegistrationContext context, IReceiveEndpointConfigurator endpoint)
    {
        if (endpoint is IRabbitMqReceiveEndpointConfigurator own)
        {
            own.AutoDelete = true;
            own.Durable = false;
        }

        foreach (var observer in observers) endpoint.ConnectReceiveEndpointObserver(observer(context));
    }
}
