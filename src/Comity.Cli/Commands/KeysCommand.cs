using System.CommandLine;
using Comity.Service.Content;
using Comity.Service.Record;
using Comity.Service.Storage;

namespace Comity.Cli.Commands;

/// <summary><c>comity keys export|import|change</c>: the copy of a council's keys that is kept in a safe, and a new key.</summary>
public static class KeysCommand
{
    public static Verb Create(Terminal terminal)
    {
        var command = new Command("keys", "Copy a council's keys to paper or a stick, bring them back, or change the council key.")
        {
            Export(terminal),
            Import(terminal),
            Change(terminal),
        };
        return new Verb(
            command,
            [
                "comity keys export --keys /srv/comity/keys --output council-keys.txt",
                "comity keys import council-keys.txt --keys /srv/comity/keys",
                "comity keys change --keys /srv/comity/keys",
            ]
        );
    }

    private static Command Export(Terminal terminal)
    {
        var keys = KeysOption();
        var passphraseFile = PassphraseOption();
        var output = new Option<string?>("--output")
        {
            Description = "File to write; it must not exist yet. Without it: standard output.",
            HelpName = "file",
        };
        var command = new Command("export", "Write all keys as a short text under a passphrase.") { keys, passphraseFile, output };
        command.SetAction(parsed =>
        {
            var folder = Opened(() => KeyFolder.Open(terminal.PathOf(parsed.GetValue(keys)!)));
            var council = Opened(folder.CouncilId);
            using var ring = Opened(() => folder.ReadRing(council));
            using var signing = SigningKeyOrNull(folder, LogId.OfRecord(council));
            var passphrase = Passphrase(parsed.GetValue(passphraseFile), isNew: true, terminal);
            var text = CouncilKeyBackup.Export(ring, signing, passphrase);
            if (parsed.GetValue(output) is { } file)
            {
                WriteNew(terminal.PathOf(file), text, file);
                terminal.Error.WriteLine(
                    $"{Keys(ring)} written to {file}. Keep it where the copies of the database are not, and the passphrase apart from both."
                );
            }
            else
            {
                terminal.Out.Write(text);
            }

            return (int)ExitCode.Done;
        });
        return command;
    }

    private static Command Import(Terminal terminal)
    {
        var backup = new Argument<string>("backup") { Description = "The text that `comity keys export` wrote." };
        var keys = KeysOption();
        var passphraseFile = PassphraseOption();
        var command = new Command("import", "Bring the keys back into an empty folder.") { backup, keys, passphraseFile };
        command.SetAction(parsed =>
        {
            var path = terminal.PathOf(parsed.GetRequiredValue(backup));
            if (!File.Exists(path))
            {
                throw CommandException.Usage($"there is no file `{parsed.GetRequiredValue(backup)}`");
            }

            var target = parsed.GetValue(keys)!;
            var folder = Opened(() => KeyFolder.Create(terminal.PathOf(target)));
            if (folder.HoldsKeys())
            {
                throw new CommandException(
                    ExitCode.Failed,
                    $"`{target}` holds keys already",
                    "a key is never overwritten: name an empty folder, and put it in the other's place by hand"
                );
            }

            var passphrase = Passphrase(parsed.GetValue(passphraseFile), isNew: false, terminal);
            using var contents = Opened(() => CouncilKeyBackup.Import(File.ReadAllText(path), passphrase));
            folder.Restore(contents);
            terminal.Error.WriteLine(
                $"{Keys(contents.Keys)} of council {contents.Keys.CouncilId:D} brought back{(contents.SigningKey is null ? ", without a signing key" : "")}. Start the service and open a sealed matter."
            );
            return (int)ExitCode.Done;
        });
        return command;
    }

    private static Command Change(Terminal terminal)
    {
        var keys = KeysOption();
        var command = new Command("change", "Add a new council key and make it the current one. The old ones stay until you delete them.")
        {
            keys,
        };
        command.SetAction(parsed =>
        {
            var folder = Opened(() => KeyFolder.Open(terminal.PathOf(parsed.GetValue(keys)!)));
            using var next = CouncilKey.Generate(Opened(folder.CouncilId));
            folder.AddCurrent(next);
            terminal.Error.WriteLine(
                $"Council key {next.Id} is the current one from the next start of the service, which then wraps everything again under it. Export the keys now: older copies lack it."
            );
            return (int)ExitCode.Done;
        });
        return command;
    }

    private static Option<string> KeysOption() =>
        new("--keys")
        {
            Description = "The council's key folder.",
            HelpName = "folder",
            DefaultValueFactory = _ => Path.Combine("data", "council", "keys"),
        };

    private static Option<string?> PassphraseOption() =>
        new("--passphrase-file")
        {
            Description = "File whose first line is the passphrase. Without it, it is asked for.",
            HelpName = "file",
        };

    private static string Keys(CouncilKeyRing ring) => ring.All.Count == 1 ? "One council key" : $"{ring.All.Count} council keys";

    private static RecordSigningKey? SigningKeyOrNull(KeyFolder folder, LogId log)
    {
        try
        {
            return folder.ReadSigningKey(log);
        }
        catch (SealedContentException e) when (e.Failure == SealedFailure.KeyMissing)
        {
            // Nothing was ever signed.
            return null;
        }
        catch (SealedContentException e)
        {
            throw new CommandException(ExitCode.Failed, e.Message);
        }
    }

    private static string Passphrase(string? file, bool isNew, Terminal terminal)
    {
        var passphrase = file is null ? Asked("Passphrase: ", terminal) : FirstLine(file, terminal);
        if (isNew && passphrase.Trim().Length < CouncilKeyBackup.MinPassphraseLength)
        {
            throw CommandException.Usage(
                $"the passphrase has at least {CouncilKeyBackup.MinPassphraseLength} characters",
                "five words drawn at random are easy to keep and hard to guess"
            );
        }

        if (isNew && file is null && Asked("The same again: ", terminal) != passphrase)
        {
            throw CommandException.Usage("the two passphrases are not the same");
        }

        return passphrase;
    }

    private static string Asked(string question, Terminal terminal)
    {
        terminal.Error.Write(question);
        terminal.Error.Flush();
        return terminal.ReadSecret() ?? throw CommandException.Usage("no passphrase was given");
    }

    private static string FirstLine(string file, Terminal terminal) =>
        File.Exists(terminal.PathOf(file))
            ? File.ReadLines(terminal.PathOf(file)).FirstOrDefault() ?? ""
            : throw CommandException.Usage($"there is no file `{file}`");

    private static void WriteNew(string path, string text, string asGiven)
    {
        if (File.Exists(path))
        {
            throw CommandException.Usage($"`{asGiven}` exists already", "a copy of keys is never overwritten: name another file");
        }

        using var stream = PrivatePlace.CreateFile(path);
        using var writer = new StreamWriter(stream);
        writer.Write(text);
    }

    private static T Opened<T>(Func<T> open)
    {
        try
        {
            return open();
        }
        catch (SealedContentException e)
        {
            throw new CommandException(ExitCode.Failed, e.Message);
        }
    }
}
