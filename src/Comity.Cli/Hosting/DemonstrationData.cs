using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Comity.Protocols;
using Comity.Service.Content;
using Comity.Service.Demonstration;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Comity.Service.Storage;
using Comity.Storage.Sqlite;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Comity.Cli.Hosting;

/// <summary>
/// A folder with the data of a demonstration: database, keys, and a file that says by what it was made. What was made today by this same program from the
/// same protocols is kept, with whatever visitors did in it; anything else is made anew, so that what is due tomorrow is.
/// </summary>
public sealed class DemonstrationData(DemonstrationCouncil council, string folder, string protocols, Terminal terminal, TimeProvider clock)
{
    private const string Words = "A demonstration keeps its data here: none of it is real, and all of it may be thrown away.\n";

    private string Mark => Path.Combine(folder, "demonstration");

    /// <returns>True when the data were made now.</returns>
    /// <exception cref="CommandException">The folder holds something that no demonstration made.</exception>
    public async Task<bool> PrepareAsync(bool fresh, CancellationToken cancellationToken)
    {
        DemandOurs();
        var today = clock.Today();
        var texts = PackFolder.ReadTexts(protocols);
        var made = Words + MadeBy(texts, today);
        if (!fresh && File.Exists(Mark) && await File.ReadAllTextAsync(Mark, cancellationToken) == made)
        {
            return false;
        }

        await terminal.Error.WriteLineAsync(
            $"Making {council.Name}, which does not exist, and a year of its enquiries (once a day, and with --fresh) …"
        );
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        // The mark without its last line first: what is left of a build that was broken off is ours to throw away, and is not taken for whole.
        PrivatePlace.CreateFolder(folder);
        await File.WriteAllTextAsync(Mark, Words, cancellationToken);
        await BuildAsync(texts, today, cancellationToken);
        await File.WriteAllTextAsync(Mark, made, cancellationToken);
        return true;
    }

    /// <summary>Only a folder that a demonstration made may be thrown away, or be used by one: a council's own data never is.</summary>
    private void DemandOurs()
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && !File.Exists(Mark))
        {
            throw new CommandException(
                ExitCode.Failed,
                $"`{terminal.Shorten(folder)}` holds something that no demonstration made",
                "give the demonstration a folder of its own with --data"
            );
        }
    }

    private async Task BuildAsync(IReadOnlyList<SourceText> texts, DateOnly today, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var keyFolder = KeyFolder.Create(Path.Combine(folder, "keys"));
        keyFolder.AddCurrent(CouncilKey.Generate(id));
        using (var signer = RecordSigningKey.Generate(LogId.OfRecord(id)))
        {
            keyFolder.AddSigningKey(signer);
        }

        using var keys = keyFolder.ReadRing(id);
        await using var identity = new ServiceCollection()
            .Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
            .BuildServiceProvider();
        var options = new DbContextOptionsBuilder<SqliteDb>();
        options.UseApplicationServiceProvider(identity);
        var file = Path.Combine(folder, "comity.db");
        DatabaseFile.Prepare(file);
        SqliteDb.Configure(options, file);

        // One thread builds, one act after the other.
        options.EnableThreadSafetyChecks(false);
        var contexts = new PooledDbContextFactory<SqliteDb>(options.Options);

        ViewerTokens tokens;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            await db.UpgradeAsync(cancellationToken);
            db.Councils.Add(BuildDemonstration.NewCouncil(council, id, now.UtcDateTime));
            await db.SaveChangesAsync(cancellationToken);
            tokens = await ViewerTokenKey.OpenAsync(db, keys, cancellationToken);
        }

        var year = new DemonstrationClock();
        await using (var services = BuildDemonstration.Compose(contexts.CreateDbContext, keys, tokens, year))
        {
            await new BuildDemonstration(services.GetRequiredService<IServiceScopeFactory>(), year, council).ExecuteAsync(
                texts,
                today,
                cancellationToken
            );
        }

        // The web opens the file from a process of its own: this one lets go of it.
        SqliteConnection.ClearAllPools();
    }

    // The module's own id changes with its code, so a changed generator never leaves yesterday's council standing.
    private string MadeBy(IReadOnlyList<SourceText> texts, DateOnly today)
    {
        var read = string.Join('\n', texts.Select(text => $"{text.Path}\n{text.Text}"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"made {today:yyyy-MM-dd} for {council.ProtocolKey} by {typeof(BuildDemonstration).Module.ModuleVersionId:N} from {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(read)))}\n"
        );
    }
}
