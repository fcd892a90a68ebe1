using System.Reflection;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Architecture;

/// <summary>Who may import what; beside each wall the sample that shows the wall would fail.</summary>
public sealed class LayerTests
{
    private const string Samples = "Disclosure.Architecture.Samples";

    /// <summary>What each layer may not name.</summary>
    private static readonly (string Layer, string[] Beyond)[] Beyond =
        [("Domain", ["Data", "Features", "Consumers"]), ("Data", ["Features", "Consumers"]), ("Features", ["Consumers"]),
            ("Consumers", ["Features"])];

    public static TheoryData<string> Services() => [.. Directory.GetDirectories(Path.Combine(Repository.Root, "services"))
        .Where(directory => File.Exists(Path.Combine(directory, "Program.cs"))).Select(directory => Path.GetFileName(directory))];

    [Theory]
    [MemberData(nameof(Services))]
    public void A_domain_knows_nothing_but_kernel_rules_documents_and_the_base_library(string service)
        => Assert.Empty(Walls.DomainImports(Load(service), $"Disclosure.{service}"));

    [Fact]
    public void A_domain_that_knew_storage_http_or_its_callers_would_be_caught()
        => Assert.Equal(["KnowsCaller", "KnowsHttp", "KnowsMessage", "KnowsStorage", "KnowsView"],
        Names(Walls.DomainImports(typeof(Samples.MutableMessage).Assembly, Samples)));

    [Theory]
    [MemberData(nameof(Services))]
    public void Data_does_not_know_who_calls_it(string service) => Assert.Empty(Walls.DataImports(Load(service), $"Disclosure.{service}"));

    [Fact]
    public void Data_that_knew_a_feature_would_be_caught()
        => Assert.Equal(["KnowsCaller"], Names(Walls.DataImports(typeof(Samples.MutableMessage).Assembly, Samples)));

    [Theory]
    [MemberData(nameof(Services))]
    public void Features_and_consumers_do_not_know_each_other(string service)
        => Assert.Empty(Walls.EntryImports(Load(service), $"Disclosure.{service}"));

    [Fact]
    public void A_feature_that_knew_a_consumer_and_the_other_way_round_would_be_caught()
        => Assert.Equal(["Consumer", "Feature"], Names(Walls.EntryImports(typeof(Samples.MutableMessage).Assembly, Samples)));

    [Theory]
    [MemberData(nameof(Services))]
    public void A_service_knows_no_other_service_nor_the_gateway(string service)
    {
        var others = Services().Select(row => row.Data).Where(other => other != service).Append("Gateway").Append("AppHost")
            .Append("Hosting");
        Assert.Empty(Load(service).GetReferencedAssemblies()
            .Where(reference => others.Any(other => reference.Name == $"Disclosure.{other}")).Select(reference => reference.Name));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void The_walls_stand_in_the_source_too(string service)
    {
        foreach (var (layer, beyond) in Beyond)
        {
            var files = Path.Combine(Repository.Root, "services", service, layer);
            Assert.Empty(Directory.Exists(files) ? Directory.EnumerateFiles(files, "*.cs", SearchOption.AllDirectories)
                .SelectMany(file => Walls.SourceImports(File.ReadAllText(file), beyond).Select(line => $"{file}: {line}")) : []);
        }
    }

    [Fact]
    public void A_constant_of_another_layer_would_be_caught()
        => Assert.Equal(["using Disclosure.Review.Consumers;", "using Longest = Disclosure.Review.Features.Longest;",
            "=> Consumers.RequestReviewConsumer.MaxTitle;", "=> Disclosure.Review.Consumers.RequestReviewConsumer.MaxBody;"],
            Walls.SourceImports("""
                using Disclosure.Review.Consumers;
                using Longest = Disclosure.Review.Features.Longest;
                // Consumers.Of comments do not count.
                private IReadOnlyList<string> Features => [];
                public static int Longest
                    => Consumers.RequestReviewConsumer.MaxTitle;
                public static int LongestBody
                    => Disclosure.Review.Consumers.RequestReviewConsumer.MaxBody;
                """, "Consumers", "Features"));

    /// <summary>What each part of the gateway may not know of it. Its notifications are built like a service: a domain, data below and the
    /// consumers beside the use cases; pages reach the database through a use case.</summary>
    public static TheoryData<string, string[]> PartsOfTheGateway() => new()
    {
        { "Notifications.Domain", ["Data", "Consumers", "Notifications.Channels", "Notifications.Preferences", "Notifications.Sending",
            "Clients", "Pages", "SignIn"] },
        { "Data", ["Consumers", "Notifications.Channels", "Notifications.Preferences", "Notifications.Sending", "Clients", "Pages",
            "SignIn"] },
        { "Consumers", ["Notifications.Channels", "Notifications.Preferences", "Notifications.Sending", "Caching", "Clients", "Pages",
            "SignIn"] },
        { "Notifications", ["Consumers", "Pages"] },
        { "Pages", ["Data", "Consumers"] },
        { "Caching", ["Data", "Consumers", "Notifications"] },
        { "SignIn", ["Data", "Consumers", "Notifications"] },
    };

    [Theory]
    [MemberData(nameof(PartsOfTheGateway))]
    public void A_part_of_the_gateway_does_not_know_who_calls_it(string part, string[] beyond)
    {
        var gateway = Load("Gateway");
        // A wall around nothing holds nothing.
        Assert.Contains(gateway.GetTypes(), type => type.Namespace == $"Disclosure.Gateway.{part}");
        Assert.Empty(Walls.Offenders(gateway, $"Disclosure.Gateway.{part}", [.. beyond.Select(other => $"Disclosure.Gateway.{other}")]));
    }

    [Fact]
    public void The_domain_of_the_gateways_notifications_is_as_pure_as_a_services()
        => Assert.Empty(Walls.DomainImports(Load("Gateway"), "Disclosure.Gateway.Notifications"));

    [Fact]
    public void Rules_kernel_and_contracts_are_built_of_parts_that_stand_on_each_other()
        => Assert.Empty(((string[])["Disclosure.Rules", "Disclosure.Kernel", "Disclosure.Contracts"])
            .SelectMany(name => Parts.Cycles(Assembly.Load(name), name)));

    [Fact]
    public void Parts_that_know_each_other_would_be_caught()
        => Assert.Equal(["Consumers, Features"],
            Parts.Cycles(typeof(Samples.MutableMessage).Assembly, Samples));

    [Fact]
    public void Service_defaults_contain_no_domain()
        => Assert.Empty(Walls.DefaultsImports(Assembly.Load("Disclosure.ServiceDefaults"), "Disclosure.ServiceDefaults"));

    [Fact]
    public void Shared_parts_that_knew_a_domain_would_be_caught()
        => Assert.Equal(["KnowsMessage", "KnowsRules"],
        Names(Walls.DefaultsImports(typeof(Samples.MutableMessage).Assembly, Samples + ".Defaults")));

    [Fact]
    public void Rules_are_pure() => Assert.Empty(Walls.RulesImports(Assembly.Load("Disclosure.Rules"), "Disclosure.Rules"));

    [Fact]
    public void The_kernel_is_pure() => Assert.Empty(Walls.RulesImports(Assembly.Load("Disclosure.Kernel"), "Disclosure.Kernel"));

    [Fact]
    public void Rules_that_read_files_asked_the_net_or_knew_a_framework_would_be_caught()
        => Assert.Equal(["AsksTheNet", "KnowsFramework", "ListsDirectories", "ReadsFiles"],
        Names(Walls.RulesImports(typeof(Samples.MutableMessage).Assembly, Samples + ".Rules")));

    [Fact]
    public void Contracts_are_records_that_know_nothing_but_the_kernel()
    {
        var contracts = Assembly.Load("Disclosure.Contracts");
        Assert.Empty(Walls.NotMessages(contracts.GetExportedTypes()));
        Assert.DoesNotContain(contracts.GetReferencedAssemblies(), reference
            => !reference.Name!.StartsWith("System", StringComparison.Ordinal) && reference.Name != "Disclosure.Kernel");
    }

    [Fact]
    public void A_message_that_is_no_record_would_be_caught()
        => Assert.Equal([typeof(Samples.MutableMessage).FullName!], Walls.NotMessages([typeof(Samples.MutableMessage)]));

    private static Assembly Load(string service) => Assembly.Load($"Disclosure.{service}");

    private static IEnumerable<string> Names(IReadOnlyList<string> types)
        => types.Select(type => type[(type.LastIndexOf('.') + 1)..]).Order(StringComparer.Ordinal);
}
