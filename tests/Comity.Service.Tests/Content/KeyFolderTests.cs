using System.Globalization;
using Comity.Service.Content;
using Comity.Service.Record;

namespace Comity.Service.Tests.Content;

public sealed class KeyFolderTests : IDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly Guid Council = Guid.Parse("01930000-0000-7000-8000-000000000001", CultureInfo.InvariantCulture);
    private static readonly LogId Log = LogId.OfRecord(Council);
    private readonly string _root = Directory.CreateTempSubdirectory("comity-keys-").FullName;

    private string Path => System.IO.Path.Combine(_root, "keys");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Store_keys_gives_them_back_and_lets_nobody_else_read_them()
    {
        var folder = KeyFolder.Create(Path);
        using var first = CouncilKey.Generate(Council);
        using var second = CouncilKey.Generate(Council);
        using var signing = RecordSigningKey.Generate(Log);
        folder.AddCurrent(first);
        folder.AddCurrent(second);
        folder.AddSigningKey(signing);

        using var ring = KeyFolder.Open(Path).ReadRing(Council);
        using var readBack = KeyFolder.Open(Path).ReadSigningKey(Log);

        ring.Current.Id.ShouldBe(second.Id);
        ring.All.Select(k => k.Id).ShouldBe([second.Id, first.Id]);
        readBack.Verifier.ShouldBe(signing.Verifier);
        using var opened = ring.Unwrap(first.NewContentKey(Council).Stored);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Path).ShouldBe(Private | UnixFileMode.UserExecute);
            Directory.GetFiles(Path).Length.ShouldBe(4);
            foreach (var file in Directory.GetFiles(Path))
            {
                File.GetUnixFileMode(file).ShouldBe(Private, file);
            }
        }
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherExecute)]
    public void Open_a_folder_or_file_that_others_can_use_is_refused(UnixFileMode others)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has access lists instead of modes");
            return;
        }

        var folder = KeyFolder.Create(Path);
        using var key = CouncilKey.Generate(Council);
        folder.AddCurrent(key);

        var file = Directory.GetFiles(Path, "council-*.key").Single();
        File.SetUnixFileMode(file, Private | others);
        FailureOf(() => folder.ReadRing(Council)).ShouldBe(SealedFailure.KeyFolderOpenToOthers);
        File.SetUnixFileMode(file, Private);
        folder.ReadRing(Council).Dispose();

        File.SetUnixFileMode(Path, Private | UnixFileMode.UserExecute | others);
        FailureOf(() => KeyFolder.Open(Path)).ShouldBe(SealedFailure.KeyFolderOpenToOthers);
    }

    [Fact]
    public void Read_a_folder_without_keys_with_a_damaged_key_or_with_another_councils_key_says_which()
    {
        FailureOf(() => KeyFolder.Open(Path)).ShouldBe(SealedFailure.KeyMissing);
        var folder = KeyFolder.Create(Path);
        FailureOf(() => folder.ReadRing(Council)).ShouldBe(SealedFailure.KeyMissing);
        FailureOf(() => folder.ReadSigningKey(Log)).ShouldBe(SealedFailure.KeyMissing);
        using var key = CouncilKey.Generate(Council);
        folder.AddCurrent(key);
        FailureOf(() => folder.ReadRing(Guid.Empty)).ShouldBe(SealedFailure.WrongKey);

        var file = Directory.GetFiles(Path, "council-*.key").Single();
        var lines = File.ReadAllLines(file);
        lines[2] = (lines[2][0] == 'A' ? 'B' : 'A') + lines[2][1..];
        File.WriteAllText(file, string.Join('\n', lines) + "\n");
        FailureOf(() => folder.ReadRing(Council)).ShouldBe(SealedFailure.UnknownFormat);
    }

    [Fact]
    public void Store_a_signing_key_over_another_is_refused()
    {
        var folder = KeyFolder.Create(Path);
        using var first = RecordSigningKey.Generate(Log);
        using var second = RecordSigningKey.Generate(Log);
        folder.AddSigningKey(first);

        Should.Throw<IOException>(() => folder.AddSigningKey(second));

        using var kept = folder.ReadSigningKey(Log);
        kept.Verifier.ShouldBe(first.Verifier);
    }

    [Fact]
    public void Restore_a_backup_into_an_empty_folder_brings_all_keys_back_in_their_places()
    {
        using var old = CouncilKey.Generate(Council);
        using var current = CouncilKey.Generate(Council);
        using var signing = RecordSigningKey.Generate(Log);
        using var ring = new CouncilKeyRing([current, old]);
        var folder = KeyFolder.Create(Path);

        folder.Restore(new CouncilKeyBackup.Contents(ring, signing));

        using var restored = folder.ReadRing(Council);
        using var restoredSigning = folder.ReadSigningKey(Log);
        restored.All.Select(k => k.Id).ShouldBe([current.Id, old.Id]);
        restoredSigning.Verifier.ShouldBe(signing.Verifier);
    }

    private static SealedFailure FailureOf(Action act) => Should.Throw<SealedContentException>(act).Failure;
}
