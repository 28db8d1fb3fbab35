using System.Reflection;

namespace Comity.Architecture.Tests;

/// <summary>Rules on the types that people write in src/.</summary>
public class TypeTests
{
    private static readonly string[] ForbiddenEndings =
    [
        "Helper",
        "Helpers",
        "Manager",
        "Utils",
        "Util",
        "Dto",
        "Common",
        "Impl",
        "Base",
        "Misc",
    ];

    private static readonly Type[] MutableCollections =
    [
        typeof(List<>),
        typeof(Dictionary<,>),
        typeof(HashSet<>),
        typeof(Queue<>),
        typeof(Stack<>),
        typeof(SortedDictionary<,>),
        typeof(SortedSet<>),
        typeof(System.Collections.Concurrent.ConcurrentDictionary<,>),
        typeof(System.Collections.Concurrent.ConcurrentQueue<>),
        typeof(System.Collections.Concurrent.ConcurrentBag<>),
    ];

    private static IEnumerable<Type> All => House.Assemblies.SelectMany(House.Written);

    [Fact]
    public void Source_holds_types_in_every_assembly_but_the_migrations()
    {
        foreach (
            var assembly in House.Assemblies.Where(assembly => !assembly.GetName().Name!.Contains("Storage", StringComparison.Ordinal))
        )
        {
            House.Written(assembly).Count().ShouldBeGreaterThan(0, assembly.GetName().Name);
        }
    }

    [Fact]
    public void Names_say_what_a_type_is() => EmptyNames(All).ShouldBeEmpty();

    [Fact]
    public void Rule_on_names_catches_a_helper() => EmptyNames([typeof(LetterHelper)]).ShouldBe([typeof(LetterHelper).FullName!]);

    [Fact]
    public void Interfaces_have_at_least_two_implementations() => LonelyInterfaces(All).ShouldBeEmpty();

    [Fact]
    public void Rule_on_interfaces_catches_one_with_a_single_implementation() =>
        LonelyInterfaces([typeof(ILonely), typeof(OnlyOne)]).ShouldBe([$"{typeof(ILonely).FullName}: 1 implementation"]);

    [Fact]
    public void Nothing_static_can_change() => MutableStatics(All).ShouldBeEmpty();

    [Fact]
    public void Rule_on_statics_catches_fields_properties_and_collections() =>
        MutableStatics([typeof(LetterHelper)])
            .ShouldBe(
                [
                    $"{typeof(LetterHelper).FullName}.count",
                    $"{typeof(LetterHelper).FullName}.Last",
                    $"{typeof(LetterHelper).FullName}.Seen",
                ],
                ignoreOrder: true
            );

    [Fact]
    public void Rules_library_shows_only_sealed_and_immutable_types()
    {
        var shown = House.AssemblyOf("Comity.Protocols").GetExportedTypes();

        shown.Length.ShouldBeGreaterThan(0);
        Loose(shown).ShouldBeEmpty();
    }

    [Fact]
    public void Rule_on_immutability_catches_an_open_class_a_setter_and_a_field() =>
        Loose([typeof(Open), typeof(Settable), typeof(Frozen), typeof(Closed), typeof(Closed.One)])
            .ShouldBe(
                [
                    $"{typeof(Open).FullName} is neither sealed, static nor a closed hierarchy",
                    $"{typeof(Settable).FullName}.Name can be set",
                    $"{typeof(Settable).FullName}.Size is a field that can be written",
                ],
                ignoreOrder: true
            );

    [Fact]
    public void Work_of_the_service_can_be_cancelled()
    {
        var types = House.Written(House.AssemblyOf("Comity.Service")).ToList();

        types.SelectMany(AsyncMethods).Count().ShouldBeGreaterThan(0);
        Uncancellable(types).ShouldBeEmpty();
    }

    [Fact]
    public void Rule_on_cancelling_catches_a_method_without_a_token() =>
        Uncancellable([typeof(Slow)]).ShouldBe([$"{typeof(Slow).FullName}.ForeverAsync"]);

    private static List<string> EmptyNames(IEnumerable<Type> types) =>
        [
            .. types
                .Where(type => ForbiddenEndings.Any(ending => type.Name.Split('`')[0].EndsWith(ending, StringComparison.Ordinal)))
                .Select(type => type.FullName!),
        ];

    private static List<string> LonelyInterfaces(IEnumerable<Type> types)
    {
        var all = types.ToList();
        return
        [
            .. all.Where(type => type.IsInterface)
                .Select(type => (type, count: all.Count(candidate => Implements(candidate, type))))
                .Where(found => found.count < 2)
                .Select(found => $"{found.type.FullName}: {found.count} implementation{(found.count == 1 ? "" : "s")}"),
        ];
    }

    private static bool Implements(Type candidate, Type contract) =>
        !candidate.IsInterface
        && !candidate.IsAbstract
        && candidate
            .GetInterfaces()
            .Any(found => found == contract || (found.IsGenericType && found.GetGenericTypeDefinition() == contract));

    private static List<string> MutableStatics(IEnumerable<Type> types) =>
        [
            .. types.SelectMany(type =>
                type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                    .Where(field => !field.IsLiteral && (!field.IsInitOnly || IsMutableCollection(field.FieldType)))
                    .Select(field => NameOf(field.Name))
                    .OfType<string>()
                    .Select(name => $"{type.FullName}.{name}")
            ),
        ];

    private static bool IsMutableCollection(Type type) =>
        type.IsGenericType && MutableCollections.Contains(type.GetGenericTypeDefinition());

    /// <summary>A property's field is named after it; the compiler's own caches of lambdas are nobody's state.</summary>
    private static string? NameOf(string field) =>
        field.EndsWith(">k__BackingField", StringComparison.Ordinal) ? field[1..field.IndexOf('>', StringComparison.Ordinal)]
        : field.Contains('<', StringComparison.Ordinal) ? null
        : field;

    private static List<string> Loose(IEnumerable<Type> types)
    {
        var found = new List<string>();
        foreach (var type in types.Where(type => !type.IsInterface && !type.IsEnum && !typeof(Delegate).IsAssignableFrom(type)))
        {
            if (type.IsClass && !type.IsSealed && !(type.IsAbstract && IsClosed(type)))
            {
                found.Add($"{type.FullName} is neither sealed, static nor a closed hierarchy");
            }

            found.AddRange(
                type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
                    .Where(property => property.SetMethod is { IsPublic: true } setter && !IsInit(setter))
                    .Select(property => $"{type.FullName}.{property.Name} can be set")
            );
            found.AddRange(
                type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
                    .Where(field => !field.IsInitOnly)
                    .Select(field => $"{type.FullName}.{field.Name} is a field that can be written")
            );
        }

        return found;
    }

    /// <summary>An abstract type stands for a closed set of cases: all of them beside it, and nobody can derive from those.</summary>
    private static bool IsClosed(Type type)
    {
        var cases = type.Assembly.GetTypes().Where(candidate => candidate.BaseType == type).ToList();
        return cases.Count > 0 && cases.TrueForAll(candidate => candidate.IsSealed || (candidate.IsAbstract && IsClosed(candidate)));
    }

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));

    private static IEnumerable<MethodInfo> AsyncMethods(Type type) =>
        type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Where(method => IsAwaited(method.ReturnType) && !IsSomebodyElsesContract(type, method));

    private static bool IsAwaited(Type type) =>
        type == typeof(Task)
        || type == typeof(ValueTask)
        || (
            type.IsGenericType
            && (
                type.GetGenericTypeDefinition() == typeof(Task<>)
                || type.GetGenericTypeDefinition() == typeof(ValueTask<>)
                || type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)
            )
        );

    /// <summary>A method that overrides or implements one of the framework's has the signature the framework gives it.</summary>
    private static bool IsSomebodyElsesContract(Type type, MethodInfo method) =>
        method.GetBaseDefinition().DeclaringType != type
        || (
            !type.IsInterface
            && type.GetInterfaces()
                .Where(contract => !contract.FullName!.StartsWith("Comity", StringComparison.Ordinal))
                .Any(contract => type.GetInterfaceMap(contract).TargetMethods.Contains(method))
        );

    private static List<string> Uncancellable(IEnumerable<Type> types) =>
        [
            .. types.SelectMany(type =>
                AsyncMethods(type)
                    .Where(method => !method.GetParameters().Any(parameter => parameter.ParameterType == typeof(CancellationToken)))
                    .Select(method => $"{type.FullName}.{method.Name}")
            ),
        ];

    private static class LetterHelper
    {
        private static readonly List<string> Seen = [];

        private static int count;

        public static string? Last { get; set; }

        public static int Count() => count++ + Seen.Count;
    }

    private interface ILonely;

    private sealed class OnlyOne : ILonely;

    public class Open;

    public sealed class Settable
    {
#pragma warning disable CA1051 // the violation that the rule must catch
        public int Size;
#pragma warning restore CA1051

        public string? Name { get; set; }
    }

    public sealed record Frozen(string Name);

    public abstract record Closed
    {
        public sealed record One : Closed;
    }

    public sealed class Slow : IAsyncDisposable
    {
        public Task ForeverAsync() => Task.CompletedTask;

        public Task UntilCancelledAsync(CancellationToken cancellationToken) => Task.FromCanceled(cancellationToken);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
