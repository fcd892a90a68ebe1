using System.Reflection;
using Disclosure.Gateway.Pages;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace Disclosure.Gateway.Tests.Pages;

/// <summary>
/// What a reader writes into an address is text: the framework answers a parameter of another type that it cannot read with 500.
/// </summary>
public sealed class QueryParameterTests
{
    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    [Fact]
    public void Every_query_parameter_of_a_page_is_text()
    {
        var parameters = ParametersOf(typeof(App).Assembly.GetTypes()).ToList();
        Assert.True(parameters.Count > 10, $"{parameters.Count} parameters found");
        Assert.Empty(parameters.Where(parameter => parameter.PropertyType != typeof(string)).Select(Name));
    }

    [Fact]
    public void One_of_another_type_would_be_caught()
        => Assert.Equal(["Sample.Case"],
            ParametersOf([typeof(Sample)]).Where(parameter => parameter.PropertyType != typeof(string)).Select(Name));

    private static IEnumerable<PropertyInfo> ParametersOf(IEnumerable<Type> types)
        => types.SelectMany(type => type.GetProperties(All))
            .Where(property => property.IsDefined(typeof(SupplyParameterFromQueryAttribute)));

    private static string Name(PropertyInfo parameter) => $"{parameter.DeclaringType!.Name}.{parameter.Name}";

    private sealed class Sample : ComponentBase
    {
        [SupplyParameterFromQuery]
        public Guid? Case { get; set; }
    }
}
