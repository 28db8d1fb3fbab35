namespace Comity.Cli.Output;

public enum OutputFormat
{
    Text,
    Json,
}
