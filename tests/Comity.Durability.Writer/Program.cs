using System.Globalization;
using System.Text.Json.Nodes;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Storage;
using Comity.Storage.Postgres;
using Comity.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

// Arguments: Sqlite or Postgres, where the database is, the key folder, the council's id, the number of the first write.
var (kind, location, folder, councilId, first) = (
    args[0],
    args[1],
    args[2],
    Guid.Parse(args[3]),
    int.Parse(args[4], CultureInfo.InvariantCulture)
);
var clock = TimeProvider.System;
using var keys = KeyFolder.Open(folder).ReadRing(councilId);
ViewerTokens tokens;
await using (var db = Open())
{
    tokens = await ViewerTokenKey.OpenAsync(db, keys);
}

for (var number = first; ; number++)
{
    await using var db = Open();
    using var contents = new ContentStore(db, keys, clock);
    await using var write = await new CouncilWrites(db, contents, tokens, clock).BeginAsync(Acting.Service, CancellationToken.None);
    var ward = new Ward
    {
        Id = Guid.CreateVersion7(),
        Name = $"Ward {number}",
        From = write.Today,
    };
    var matter = new Matter
    {
        Id = Guid.CreateVersion7(),
        Reference = PublicReference.New().Value,
        Kind = "enquiry",
        Class = ContentClass.Sealed,
        ReceivedOn = write.Today,
        OpenedAt = write.At,
        Version = 1,
    };
    db.AddRange(ward, matter);
    write.Record("ward-entered", new JsonObject { ["ward"] = $"{ward.Id:N}" });
    write.Record("matter-opened", matter, Parts.Content, new JsonObject { ["words"] = new string('w', 50 + (number * 37 % 5000)) });
    await write.CommitAsync(CancellationToken.None);

    // Only now is it acknowledged: whatever stands on a whole line must be there after the kill.
    Console.Out.Write(string.Create(CultureInfo.InvariantCulture, $"{number} {ward.Id:N} {matter.Id:N}\n"));
    Console.Out.Flush();
}

ComityDb Open()
{
    if (kind == "Sqlite")
    {
        var sqlite = new DbContextOptionsBuilder<SqliteDb>();
        SqliteDb.Configure(sqlite, location);
        return new SqliteDb(sqlite.Options);
    }

    var postgres = new DbContextOptionsBuilder<PostgresDb>();
    PostgresDb.Configure(postgres, location);
    return new PostgresDb(postgres.Options);
}
