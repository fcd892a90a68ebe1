namespace Disclosure.Runner.Manifest;

/// <summary>What the app model published: the resources in the order of the file.</summary>
internal sealed record AppManifest(IReadOnlyList<Resource> Resources)
{
    private readonly Dictionary<string, Resource> byName = Resources.ToDictionary(r => r.Name, StringComparer.Ordinal);

    public Resource? Find(string name) => byName.GetValueOrDefault(name);
}

/// <summary>One named entry of the manifest.</summary>
internal abstract record Resource(string Name)
{
    /// <summary>Every text of the resource that may hold expressions, with the place it stands in.</summary>
    public abstract IEnumerable<(string Place, string Text)> Templates { get; }
}

/// <summary>A resource that becomes a process with addresses.</summary>
internal abstract record RunnableResource(string Name, IReadOnlyDictionary<string, string> Environment, IReadOnlyList<string> Arguments,
    IReadOnlyDictionary<string, Binding> Bindings) : Resource(Name)
{
    public override IEnumerable<(string Place, string Text)> Templates
        => Environment.Select(e => ($"env.{e.Key}", e.Value)).Concat(Arguments.Select((a, i) => ($"args[{i}]", a)));
}

/// <summary><c>container.v0</c>: a server that the machine's own packages provide.</summary>
internal sealed record ContainerResource(string Name, string Image, string? ConnectionString, IReadOnlyDictionary<string, string> Environment,
    IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, Binding> Bindings, IReadOnlyList<BindMount> BindMounts)
    : RunnableResource(Name, Environment, Arguments, Bindings)
{
    public override IEnumerable<(string Place, string Text)> Templates
        => ConnectionString is null ? base.Templates : base.Templates.Prepend(("connectionString", ConnectionString));
}

/// <summary><c>project.v0</c>: with bindings a service, without them a process that runs to its end.</summary>
internal sealed record ProjectResource(string Name, string Path, IReadOnlyDictionary<string, string> Environment,
    IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, Binding> Bindings)
    : RunnableResource(Name, Environment, Arguments, Bindings)
{
    /// <summary>A migration: it has no address and is awaited by the services of the same project.</summary>
    public bool RunsToCompletion => Bindings.Count == 0;

    /// <summary>The only resource that people reach from outside.</summary>
    public bool IsExternal => Bindings.Values.Any(b => b.External);
}

/// <summary><c>value.v0</c>: a connection string made of others.</summary>
internal sealed record ValueResource(string Name, string ConnectionString) : Resource(Name)
{
    public override IEnumerable<(string Place, string Text)> Templates => [("connectionString", ConnectionString)];
}

/// <summary><c>parameter.v0</c>: a value that the operator supplies or that is generated once.</summary>
internal sealed record ParameterResource(string Name, string Value, IReadOnlyDictionary<string, ParameterInput> Inputs) : Resource(Name)
{
    public override IEnumerable<(string Place, string Text)> Templates => [("value", Value)];
}

/// <summary><c>annotated.string</c>: a text passed through a filter; <c>uri</c> is the only one published.</summary>
internal sealed record AnnotatedStringResource(string Name, string Value, string Filter) : Resource(Name)
{
    public override IEnumerable<(string Place, string Text)> Templates => [("value", Value)];
}

/// <summary>An address of a resource.</summary>
internal sealed record Binding(string Scheme, int? Port, int? TargetPort, bool External);

/// <summary>A directory of the working tree that a container would see.</summary>
internal sealed record BindMount(string Source, string Target);

/// <summary>One input of a parameter; <see cref="Default"/> is its fixed default, <see cref="Generate"/> how to make one.</summary>
internal sealed record ParameterInput(bool Secret, string? Default, GenerateRule? Generate);

/// <summary>How a default is generated: the alphabet's parts and the least number of characters of each.</summary>
internal sealed record GenerateRule(int MinLength, bool Lower = true, bool Upper = true, bool Numeric = true, bool Special = true,
    int MinLower = 0, int MinUpper = 0, int MinNumeric = 0, int MinSpecial = 0);
