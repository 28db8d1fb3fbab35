using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Comity.Cli.LanguageServer;

/// <summary>
/// Messages of JSON-RPC 2.0 as the Language Server Protocol frames them: header lines, an empty line, and as many bytes as <c>Content-Length</c> says.
/// Whatever is no header is passed over, so that one broken message costs that message alone.
/// </summary>
internal sealed class MessageStream(Stream input, Stream output) : IDisposable
{
    private const string LengthHeader = "Content-Length:";

    // No text that a council writes comes near it; what says that it does is not read into memory.
    private const int LongestMessage = 64 * 1024 * 1024;

    private const int LongestHeader = 4 * 1024;

    private readonly BufferedStream input = new(input, 64 * 1024);

    /// <summary>The next message. Null at the end of the stream.</summary>
    /// <exception cref="JsonException">The message is no JSON, or has no length that it could have.</exception>
    public JsonNode? Read()
    {
        var length = -1;
        while (ReadLine() is { } line)
        {
            if (line.StartsWith(LengthHeader, StringComparison.OrdinalIgnoreCase))
            {
                length =
                    int.TryParse(line[LengthHeader.Length..].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var stated)
                    && stated <= LongestMessage
                        ? stated
                        : throw new JsonException("the message has no length that can be read");
            }
            else if (line.Length == 0 && length >= 0)
            {
                var body = new byte[length];
                return input.ReadAtLeast(body, length, throwOnEndOfStream: false) < length
                    ? null
                    : JsonNode.Parse(body) ?? throw new JsonException("the message is empty");
            }
        }

        return null;
    }

    public void Write(JsonNode message)
    {
        var body = Encoding.UTF8.GetBytes(message.ToJsonString());
        output.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{LengthHeader} {body.Length}\r\n\r\n")));
        output.Write(body);
        output.Flush();
    }

    public void Dispose() => input.Dispose();

    private string? ReadLine()
    {
        var line = new StringBuilder();
        for (int next; (next = input.ReadByte()) >= 0; )
        {
            if (next == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            if (line.Length < LongestHeader)
            {
                line.Append((char)next);
            }
        }

        return null;
    }
}
