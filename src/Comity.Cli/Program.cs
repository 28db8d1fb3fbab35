using System.Text;
using Comity.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await ComityProgram.RunAsync(
    args,
    new Terminal
    {
        In = Console.In,
        Out = Console.Out,
        Error = Console.Error,
        Folder = Environment.CurrentDirectory,
        Bytes = Console.IsInputRedirected ? (Console.OpenStandardInput, Console.OpenStandardOutput) : null,
        Unseen = Console.IsInputRedirected ? null : Keyboard.ReadUnseen,
    },
    CancellationToken.None
);
