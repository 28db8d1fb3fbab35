using System.Text;
using System.Text.Json;

namespace Comity.Service.Record;

/// <summary>Reading one line of an export. A line has one form only, so that no byte of it can change unseen.</summary>
internal static class ExportLine
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static T Read<T>(ReadOnlyMemory<byte> line, Func<JsonElement, T> read, Func<T, string> write)
    {
        try
        {
            using var document = JsonDocument.Parse(line, Strict);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new RecordFormatException("it is not a JSON object");
            }

            var value = read(document.RootElement);
            return line.Span.SequenceEqual(Encoding.UTF8.GetBytes(write(value)))
                ? value
                : throw new RecordFormatException("it is not written the way Comity writes it");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // System.Text.Json reports text that is not well-formed Unicode as an invalid operation.
            throw new RecordFormatException("it is not JSON", e);
        }
    }

    public static string Text(JsonElement members, string name) =>
        TextOrNull(members, name) ?? throw new RecordFormatException($"\"{name}\" is empty");

    public static string? TextOrNull(JsonElement members, string name)
    {
        if (!members.TryGetProperty(name, out var value) || value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
        {
            throw new RecordFormatException($"it has no text \"{name}\"");
        }

        return value.GetString();
    }

    public static long Whole(JsonElement members, string name) =>
        members.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt64(out var whole)
        && whole >= 0
            ? whole
            : throw new RecordFormatException($"it has no number \"{name}\"");
}
