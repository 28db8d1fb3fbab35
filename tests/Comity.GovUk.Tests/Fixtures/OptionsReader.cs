using System.Reflection;
using System.Text.Json;
using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Tests.Fixtures;

/// <summary>
/// Reads a fixture's options into the library's records. An option the records do not know is an error, not something to skip over: what
/// the library leaves out has to be named with its reason.
/// </summary>
internal sealed class OptionsReader(Func<string, bool> isLeftOut)
{
    public object Read(Type type, JsonElement json, string path = "")
    {
        var record = Activator.CreateInstance(type)!;
        foreach (var member in json.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Null)
            {
                Set(record, member, $"{path}.{member.Name}");
            }
        }

        return record;
    }

    private void Set(object record, JsonProperty member, string path)
    {
        var type = record.GetType();
        var property = Find(type, member.Name);
        if (property is not null && member.Value.ValueKind == JsonValueKind.False && Find(type, "Omit" + member.Name) is { } omit)
        {
            omit.SetValue(record, true);
        }
        else if (property is not null)
        {
            property.SetValue(record, Value(property.PropertyType, member.Value, path));
        }
        else if (Slot(type, member.Name) is { } content)
        {
            // Upstream prefers markup over text where both are given.
            if (member.Name.EndsWith("html", StringComparison.OrdinalIgnoreCase) || content.GetValue(record) is null)
            {
                content.SetValue(
                    record,
                    member.Name.EndsWith("html", StringComparison.OrdinalIgnoreCase) ? Html(member.Value) : Text(member.Value)
                );
            }
        }
        else if (!isLeftOut(path))
        {
            throw new InvalidOperationException($"{type.Name} has no option for {path}");
        }
    }

    private object? Value(Type type, JsonElement json, string path)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
        {
            return Scalar(json);
        }

        if (type == typeof(bool))
        {
            return json.GetBoolean();
        }

        if (type == typeof(int))
        {
            return json.GetInt32();
        }

        if (type == typeof(Content))
        {
            return json.ValueKind switch
            {
                JsonValueKind.Object when json.TryGetProperty("html", out var html) => Html(html),
                JsonValueKind.Object when json.TryGetProperty("text", out var text) => Text(text),
                _ => Html(json),
            };
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
        {
            return json.EnumerateObject().ToDictionary(each => each.Name, each => Scalar(each.Value)!);
        }

        if (type.IsGenericType)
        {
            return List(type.GetGenericArguments()[0], json, path);
        }

        return json.ValueKind == JsonValueKind.Object ? Read(type, json, path) : Wrapped(type, json);
    }

    private System.Collections.IList List(Type item, JsonElement json, string path)
    {
        var list = (System.Collections.IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        foreach (var each in json.EnumerateArray())
        {
            var isMissing =
                each.ValueKind is JsonValueKind.Null or JsonValueKind.False
                || (each.ValueKind == JsonValueKind.String && item != typeof(string));
            list.Add(isMissing ? null : Value(item, each, path + "[]"));
        }

        return list;
    }

    private static object Wrapped(Type type, JsonElement json)
    {
        var record = Activator.CreateInstance(type)!;
        Find(type, "Content")!.SetValue(record, Html(json));
        return record;
    }

    private static PropertyInfo? Slot(Type type, string member)
    {
        foreach (var suffix in new[] { "html", "text" })
        {
            if (member.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
            {
                var name = member[..^suffix.Length];
                var property = Find(type, name.Length == 0 ? "Content" : name);
                return property?.PropertyType == typeof(Content) ? property : null;
            }
        }

        return null;
    }

    private static PropertyInfo? Find(Type type, string name) =>
        type.GetProperties().FirstOrDefault(each => each.CanWrite && each.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static Content? Html(JsonElement json) => Scalar(json) is "" or "false" ? null : Content.Markup(new HtmlString(Scalar(json)));

    private static Content? Text(JsonElement json) => Content.Text(Scalar(json));

    private static string? Scalar(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.String => json.GetString(),
            JsonValueKind.Null => null,
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => json.GetRawText(),
        };
}
