using System.Reflection;
using Xunit;
using Xunit.v3;

namespace Comity.Testing;

/// <summary>The tests of an assembly that say that they show a norm, and what becomes of each when the norm's rules are gone.</summary>
public static class MarkedTests
{
    /// <summary>Every mark, as "norm, class, method".</summary>
    public static IEnumerable<TheoryDataRow<string, string, string>> In(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return assembly
            .GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .SelectMany(method => method.GetCustomAttributes<NormAttribute>().Select(mark => (mark.Id, method)))
            .OrderBy(found => found.Id, StringComparer.Ordinal)
            .ThenBy(found => found.method.Name, StringComparer.Ordinal)
            .Select(found => new TheoryDataRow<string, string, string>(found.Id, found.method.DeclaringType!.FullName!, found.method.Name));
    }

    /// <summary>Runs the test on texts without the norm's rules, row by row.</summary>
    /// <returns>True when it went red in one row at least.</returns>
    public static async Task<bool> GoesRedAsync(Assembly assembly, string norm, string typeName, string methodName)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        var type = assembly.GetType(typeName, throwOnError: true)!;
        var method = type.GetMethod(methodName)!;
        foreach (var row in await RowsAsync(method))
        {
            try
            {
                await WithoutNorm.RunAsync(norm, () => RunAsync(type, method, row));
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                return true;
            }
        }

        return false;
    }

    private static async Task RunAsync(Type type, MethodInfo method, object?[] row)
    {
        var constructor = type.GetConstructors().Single();
        var given = new List<object?>();
        foreach (var parameter in constructor.GetParameters())
        {
            given.Add(
                parameter.ParameterType == typeof(ITestOutputHelper)
                    ? TestContext.Current.TestOutputHelper
                    : Activator.CreateInstance(parameter.ParameterType)
            );
        }

        var test = constructor.Invoke([.. given]);
        try
        {
            if (method.Invoke(test, BindingFlags.DoNotWrapExceptions, null, row, null) is Task running)
            {
                await running;
            }
        }
        finally
        {
            foreach (var made in given.Append(test).OfType<IAsyncDisposable>())
            {
                await made.DisposeAsync();
            }
        }
    }

    // A row on a database that is not there is skipped, as it is in the test itself.
    private static async Task<IReadOnlyList<object?[]>> RowsAsync(MethodInfo method)
    {
        var rows = new List<object?[]>();
        await using var tracker = new Xunit.Sdk.DisposalTracker();
        foreach (var data in method.GetCustomAttributes().OfType<IDataAttribute>())
        {
            rows.AddRange((await data.GetData(method, tracker)).Where(row => row.Skip is null).Select(row => row.GetData()));
        }

        return rows.Count == 0 && method.GetParameters().Length == 0
            ?
            [
                [],
            ]
            : rows;
    }
}
