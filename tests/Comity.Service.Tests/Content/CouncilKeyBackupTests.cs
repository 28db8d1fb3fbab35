using System.Globalization;
using System.Text;
using Comity.Service.Content;
using Comity.Service.Record;

namespace Comity.Service.Tests.Content;

[Trait("Takes", "long")]
public sealed class CouncilKeyBackupTests
{
    private const string Passphrase = "otter ladder Siân velvet moss";
    private static readonly Guid Council = Guid.Parse("01930000-0000-7000-8000-000000000001", CultureInfo.InvariantCulture);

    [Fact]
    public void Restore_a_backup_with_its_passphrase_opens_what_the_lost_keys_sealed()
    {
        var place = new SealedPlace(Council, Council, "content", Council);
        using var signing = RecordSigningKey.Generate(LogId.OfRecord(Council));
        using var old = CouncilKey.Generate(Council);
        using var ring = new CouncilKeyRing([CouncilKey.Generate(Council), old]);
        var (key, stored) = old.NewContentKey(Council);
        var box = key.Seal(place, "x");
        var backup = CouncilKeyBackup.Export(ring, signing, Passphrase);

        // Typed on another keyboard (decomposed), out of a mail with other line ends.
        using var restored = CouncilKeyBackup.Import(
            backup.Replace("\n", "\r\n", StringComparison.Ordinal),
            $" {Passphrase.Normalize(NormalizationForm.FormD)} "
        );

        restored.Keys.All.Select(k => k.Id).ShouldBe(ring.All.Select(k => k.Id));
        restored.Keys.CouncilId.ShouldBe(Council);
        restored.SigningKey!.Verifier.ShouldBe(signing.Verifier);
        using var opened = restored.Keys.Unwrap(stored);
        opened.OpenText(place, box).ShouldBe("x");
        backup.ShouldNotContain(Convert.ToBase64String(old.Bytes));
    }

    [Fact]
    public void Restore_with_a_wrong_passphrase_or_an_altered_backup_is_refused()
    {
        using var ring = new CouncilKeyRing([CouncilKey.Generate(Council)]);
        var backup = CouncilKeyBackup.Export(ring, null, Passphrase);

        FailureOf(backup, Passphrase + "x").ShouldBe(SealedFailure.WrongPassphraseOrAltered);
        FailureOf(backup.Replace(Council.ToString("D"), Guid.Empty.ToString("D"), StringComparison.Ordinal), Passphrase)
            .ShouldBe(SealedFailure.WrongPassphraseOrAltered);
        FailureOf(backup.Replace(" 600000 ", " 600001 ", StringComparison.Ordinal), Passphrase)
            .ShouldBe(SealedFailure.WrongPassphraseOrAltered);
        FailureOf(backup.Replace(" 600000 ", " 2000000000 ", StringComparison.Ordinal), Passphrase).ShouldBe(SealedFailure.UnknownFormat);
        FailureOf(backup[..backup.IndexOf("keys ", StringComparison.Ordinal)], Passphrase).ShouldBe(SealedFailure.UnknownFormat);
        FailureOf("", Passphrase).ShouldBe(SealedFailure.UnknownFormat);
    }

    [Fact]
    public void Back_up_with_a_short_passphrase_is_refused()
    {
        using var ring = new CouncilKeyRing([CouncilKey.Generate(Council)]);

        Should.Throw<ArgumentException>(() => CouncilKeyBackup.Export(ring, null, "fifteen letters"));
    }

    private static SealedFailure FailureOf(string backup, string passphrase) =>
        Should.Throw<SealedContentException>(() => CouncilKeyBackup.Import(backup, passphrase)).Failure;
}
