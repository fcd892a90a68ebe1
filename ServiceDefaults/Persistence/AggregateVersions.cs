using Disclosure.Kernel;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Disclosure.ServiceDefaults.Persistence;

/// <summary>Makes the version of every aggregate its concurrency token.</summary>
internal sealed class AggregateVersions : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var aggregate in modelBuilder.Metadata.GetEntityTypes().Where(type => typeof(IAggregate).IsAssignableFrom(type.ClrType)))
            aggregate.FindProperty(nameof(IAggregate.Version))!.SetIsConcurrencyToken(true);
    }
}
