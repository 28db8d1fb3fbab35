namespace Comity.Cli.LanguageServer;

/// <summary>Answers a request with an error of the protocol. The codes are those of JSON-RPC 2.0 and of the Language Server Protocol.</summary>
internal sealed class RequestException(int code, string message) : Exception(message)
{
    public const int ParseError = -32700;
    public const int InvalidRequest = -32600;
    public const int MethodNotFound = -32601;
    public const int InvalidParams = -32602;
    public const int InternalError = -32603;
    public const int NotInitialized = -32002;

    public int Code { get; } = code;
}
