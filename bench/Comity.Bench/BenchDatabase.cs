using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Comity.Service.Search;
using Comity.Service.Storage;
using Comity.Storage.Postgres;
using Comity.Storage.Sqlite;
using Comity.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Comity.Bench;

/// <summary>A database with many matters, each with the rows that the service itself would write for an enquiry that was asked and answered.</summary>
/// <param name="Database">What the setting Comity:Database says.</param>
/// <param name="Keys">The folder of its key.</param>
/// <param name="Member">Who asked a question in every matter.</param>
/// <param name="Officer">Who owes every answer.</param>
/// <param name="Clerk">Who sees the figures of the whole council.</param>
/// <param name="References">Some of the matters, from all over the table.</param>
internal sealed record BenchDatabase(string Database, string Keys, Guid Member, Guid Officer, Guid Clerk, IReadOnlyList<string> References)
{
    /// <summary>Stands in sixty of the matters that are written one by one and in no copy of them: so a search has as many hits in a larger database.</summary>
    public const string RareWord = "marigold";

    /// <summary>The same in the words of sixty files, and in nothing else.</summary>
    public const string RareWordOfFiles = "petunia";

    private const int EveryRareWord = Written / 60;

    /// <summary>Every so manyth matter has a file with a page of text.</summary>
    private const int EveryFile = 10;

    /// <summary>So many are written one by one; a larger database is made of copies of them.</summary>
    private const int Written = 10_000;

    public static ComityDb Open(string database)
    {
        var identity = new ServiceCollection()
            .Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
            .BuildServiceProvider();
        if (database.Contains("Host=", StringComparison.Ordinal))
        {
            var postgres = new DbContextOptionsBuilder<PostgresDb>();
            postgres.UseApplicationServiceProvider(identity);
            PostgresDb.Configure(postgres, database);
            return new PostgresDb(postgres.Options);
        }

        var sqlite = new DbContextOptionsBuilder<SqliteDb>();
        sqlite.UseApplicationServiceProvider(identity);
        SqliteDb.Configure(sqlite, database);
        return new SqliteDb(sqlite.Options);
    }

    public static async Task<BenchDatabase> MakeAsync(string database, string keyFolder, int matters)
    {
        await using var db = Open(database);
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        await db.Database.MigrateAsync();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var id = Guid.CreateVersion7();
        var folderOfKeys = KeyFolder.Create(keyFolder);
        var key = CouncilKey.Generate(id);
        folderOfKeys.AddCurrent(key);
        folderOfKeys.AddSigningKey(RecordSigningKey.Generate(LogId.OfRecord(id)));
        using var ring = new CouncilKeyRing([key]);
        db.Councils.Add(
            new Council
            {
                Id = id,
                Name = "Benchmere Council",
                Kind = "metropolitan",
                Nation = "england",
                ProtocolKey = "wigan",
                Fictional = true,
                SetUpComplete = true,
                CreatedAt = now,
            }
        );
        await db.SaveChangesAsync();
        var tokens = await ViewerTokenKey.OpenAsync(db, ring);
        var people = await TestPeople.AddAsync(db, now);
        using var contents = new ContentStore(db, ring, TimeProvider.System);
        await new TakeUpTexts(db, new CouncilWrites(db, contents, tokens, TimeProvider.System)).ExecuteAsync(
            TestPeople.WiganTexts(),
            Acting.Service,
            CancellationToken.None
        );

        db.ChangeTracker.AutoDetectChangesEnabled = false;
        for (var i = 0; i < Math.Min(matters, Written); i++)
        {
            Add(db, tokens, people, now.AddMinutes(-5 * i), i);
            if (i % 500 == 499)
            {
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }
        }

        await db.SaveChangesAsync();
        if (matters > Written)
        {
            await Copies.AddAsync(db, Written, (matters / Written) - 1);
        }

        await db.Database.ExecuteSqlRawAsync("ANALYZE");
        if (db is SqliteDb)
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        var references = await db.Matters.OrderBy(matter => matter.Reference).Select(matter => matter.Reference).Take(20_000).ToListAsync();
        return new BenchDatabase(database, keyFolder, people.Member, people.Officer, people.Clerk, references);
    }

    private static void Add(ComityDb db, ViewerTokens tokens, TestPeople people, DateTime at, int number)
    {
        var day = DateOnly.FromDateTime(at);
        var (member, office) = (
            tokens.Person(people.Member, ContentClass.Indexed),
            tokens.Office(people.OfficerOffice, ContentClass.Indexed)
        );
        var matter = new Matter
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(at)),
            Reference = PublicReference.New().Value,
            Kind = "enquiry",
            Class = ContentClass.Indexed,
            Subject = $"Street light {number} in Mill Lane",
            Capacity = Capacity.WardRepresentative,
            Holder = Holder.Member,
            State = number % 3 == 0 ? MatterState.Open : MatterState.Answered,
            WardId = people.EastWard,
            ServiceAreaId = people.Highways,
            ReceivedOn = day,
            OpenedAt = at,
            AnsweredAt = number % 3 == 0 ? null : at.AddDays(number % 21),
            Version = 1,
        };
        db.Add(matter);
        AddWords(Parts.Matter, null, matter.Subject);
        foreach (
            var (place, token, person, through) in new[]
            {
                ("raised-by", member, people.Member, (Guid?)null),
                ("owner", office, people.Officer, people.OfficerOffice),
            }
        )
        {
            db.Add(
                new MatterParty
                {
                    Id = Guid.CreateVersion7(),
                    MatterId = matter.Id,
                    Place = place,
                    Token = token,
                    PersonId = person,
                    OfficeId = through,
                    Since = at,
                }
            );
            foreach (var part in new[] { Parts.Matter, Parts.Content, Parts.Constituent, Parts.Notes })
            {
                db.Add(
                    new Grant
                    {
                        Id = Guid.CreateVersion7(),
                        MatterId = matter.Id,
                        Part = part,
                        Token = token,
                        Reason = "It is yours.",
                        Source = Audience.SafeguardSource,
                        From = at,
                    }
                );
            }
        }

        var duty = new Duty
        {
            Id = Guid.CreateVersion7(),
            MatterId = matter.Id,
            Kind = "reply",
            DebtorToken = office,
            CreditorToken = member,
            Source = "wigan/6.2/c",
            Clock = "10 working days after",
            State = matter.State == MatterState.Open ? DutyState.Owed : DutyState.Met,
            DueOn = day.AddDays(14),
            EndedAt = matter.AnsweredAt,
            EndedOn = matter.AnsweredAt is { } answered ? DateOnly.FromDateTime(answered) : null,
            CreatedAt = at,

            // Already taken up the line: otherwise the clock's job would write thousands of warnings while the pages are measured.
            EscalationStep = 2,
        };
        db.Add(duty);
        db.Add(
            new DueEntry
            {
                Id = Guid.CreateVersion7(),
                DutyId = duty.Id,
                Sequence = 1,
                Kind = "started",
                On = day,
                Reason = "It reached the council.",
                Source = "wigan/6.2/c",
                CalendarVersion = "england-and-wales",
                DueOn = duty.DueOn,
                AuthorToken = member,
                RecordedAt = at,
            }
        );
        foreach (
            var (kind, author, text) in new[]
            {
                (
                    "question",
                    member,
                    number % EveryRareWord == 0 && number / EveryRareWord < 60
                        ? $"When will the light by the {RareWord} bed be mended?"
                        : "When will the light outside the school be mended?"
                ),
                ("reply", tokens.Person(people.Officer, ContentClass.Indexed), "The contractor comes on Tuesday."),
            }
        )
        {
            var content = new ContentItem
            {
                Id = Guid.CreateVersion7(),
                MatterId = matter.Id,
                Class = ContentClass.Indexed,
                Part = Parts.Content,
                Text = text,
                Salt = RecordCommitment.NewSalt(),
            };
            db.Add(content);
            var message = new Message
            {
                Id = Guid.CreateVersion7(),
                MatterId = matter.Id,
                Kind = kind,
                Part = Parts.Content,
                AuthorToken = author,
                ContentId = content.Id,
                SentAt = at,
            };
            db.Add(message);
            AddWords(Parts.Content, content.Id, text);
            if (kind == "question" && number % EveryFile == 0)
            {
                AddFile(message.Id);
            }
        }

        void AddFile(Guid message)
        {
            var hasRareWord = number / EveryFile % (Written / EveryFile / 60) == 0 && number / EveryFile / (Written / EveryFile / 60) < 60;
            var words = string.Concat(
                Enumerable.Repeat("The lamp by the gate was out again when residents came home from the late shift. ", 18)
            );
            words = hasRareWord ? $"{words} The {RareWordOfFiles} bed was dark." : words;
            var (name, bytes) = (
                new ContentItem
                {
                    Id = Guid.CreateVersion7(),
                    MatterId = matter.Id,
                    Class = ContentClass.Indexed,
                    Part = Parts.Content,
                    Text = "diary.txt",
                    Salt = RecordCommitment.NewSalt(),
                },
                new ContentItem
                {
                    Id = Guid.CreateVersion7(),
                    MatterId = matter.Id,
                    Class = ContentClass.Indexed,
                    Part = Parts.Content,
                    Bytes = System.Text.Encoding.UTF8.GetBytes(words),
                    Salt = RecordCommitment.NewSalt(),
                }
            );
            db.AddRange(name, bytes);
            db.Add(
                new Attachment
                {
                    Id = Guid.CreateVersion7(),
                    MatterId = matter.Id,
                    MessageId = message,
                    NameContentId = name.Id,
                    BytesContentId = bytes.Id,
                    MediaType = "text/plain",
                    Size = words.Length,
                    WordsReadAt = at,
                }
            );
            AddWords(Parts.Content, bytes.Id, words);
        }

        void AddWords(string part, Guid? content, string words) =>
            db.Add(
                new SearchText
                {
                    MatterId = matter.Id,
                    Part = part,
                    ContentId = content,
                    Words = words,
                }
            );
    }
}
