using System.Globalization;
using Comity.Service.Record;

namespace Comity.Service.Tests.Record;

public sealed class CheckpointTests
{
    // Checkpoints of two public logs with keys of the same type, as the reference implementation (transparency-dev/formats) tests with them.
    private const string RekorKey =
        "rekor.sigstore.dev+c0d23d6a+AjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABNhtmPtrWm3U1eQXBogSMdGvXwBcK5AW5i0hrZLOC96l+smGNM7nwZ4QvFK/4sueRoVj//QP22Ni4Qt9DPfkWLc=";

    private const string RekorNote =
        "Rekor\n798034\nf+7CoKgXKE/tNys9TTXcr/ad6U/K3xvznmzew9y6SP0=\n\n— rekor.sigstore.dev wNI9ajBEAiARInWIWyCdyG27CO6LPnPekyw20qO0YJfoaPaowGp/XgIgc+qEHS3+GKVClgqq20uDLet7MCoTURUCRdxwWBHHufk=\n";

    private const string PixelKey =
        "pixel6_transparency_log+91c16e30+AjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABN+4x0Jk1yTwvLFI9A4NDdGZcX0aiWVdWM5XJVy0M4VWD3AvyW5Q6Hs9A0mcDkpUoYgn+KKPNzFC0H3nN3q6JQ8=";

    private const string PixelNote =
        "DEFAULT\n10\nbsWRucJU5xJPHb5eBdOm6+DM+VelCZBuvtI3sHERJ9Y=\n\n— pixel6_transparency_log kcFuMDBFAiEAhqMAP8P6qf6QxtUJhzMhbN+MbZ9dwfUHzGQJmffJHtoCIGD0cNe47dHWBoPwYdgBCepB06/+g5O1FmYjXl06owL4\n";

    private static readonly LogId Log = LogId.OfRecord(Guid.Parse("01930000-0000-7000-8000-000000000001", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData(RekorKey, RekorNote, 798034)]
    [InlineData(PixelKey, PixelNote, 10)]
    public void Verify_a_checkpoint_of_another_public_log_stands(string vkey, string note, long size)
    {
        var key = VerifierKey.Parse(vkey);
        var signed = SignedNote.Parse(note);

        key.Verify(signed).ShouldBe(NoteVerdict.Signed);
        key.ToString().ShouldBe(vkey);
        signed.ToString().ShouldBe(note);
        Checkpoint.Parse(signed.Text).Size.ShouldBe(size);
        Checkpoint.Parse(signed.Text).ToText().ShouldBe(signed.Text);
    }

    [Fact]
    public void Verify_a_checkpoint_with_another_logs_key_finds_no_signature_of_it() =>
        VerifierKey.Parse(PixelKey).Verify(SignedNote.Parse(RekorNote)).ShouldBe(NoteVerdict.NotSignedByThisKey);

    [Fact]
    public void Sign_a_checkpoint_can_be_verified_from_its_texts_alone()
    {
        using var key = RecordSigningKey.Generate(Log);
        var checkpoint = new Checkpoint(Log, 3, MerkleHash.Leaf([1]));
        var note = key.Sign(checkpoint).ToString();
        var vkey = key.Verifier.ToString();

        VerifierKey.Parse(vkey).Verify(SignedNote.Parse(note)).ShouldBe(NoteVerdict.Signed);
        Checkpoint.Parse(SignedNote.Parse(note).Text).ShouldBe(checkpoint);
        VerifierKey
            .Parse(vkey)
            .Verify(SignedNote.Parse(note.Replace("\n3\n", "\n4\n", StringComparison.Ordinal)))
            .ShouldBe(NoteVerdict.WrongSignature);
    }

    [Fact]
    public void Sign_with_a_stored_key_gives_what_the_original_verifies()
    {
        using var key = RecordSigningKey.Generate(Log);
        using var stored = RecordSigningKey.FromPkcs8(Log, key.ToPkcs8());

        stored.Verifier.ShouldBe(key.Verifier);
        key.Verifier.Verify(stored.Sign(new Checkpoint(Log, 0, MerkleHash.Empty))).ShouldBe(NoteVerdict.Signed);
    }

    [Fact]
    public void Sign_a_checkpoint_of_another_log_is_refused()
    {
        using var key = RecordSigningKey.Generate(Log);

        Should.Throw<ArgumentException>(() => key.Sign(new Checkpoint(LogId.OfReads(Guid.Empty), 0, MerkleHash.Empty)));
    }

    [Fact]
    public void Verify_a_note_with_a_cosignature_of_a_stranger_ignores_it()
    {
        using var key = RecordSigningKey.Generate(Log);
        using var stranger = RecordSigningKey.Generate(LogId.Parse("witness.example/w1"));
        var note = key.Sign(new Checkpoint(Log, 0, MerkleHash.Empty));
        var cosigned = new SignedNote(
            note.Text,
            [.. note.Signatures, new NoteSignature("witness.example/w1", stranger.Verifier.Id, new byte[70])]
        );

        var read = SignedNote.Parse(cosigned.ToString());

        key.Verifier.Verify(read).ShouldBe(NoteVerdict.Signed);
        stranger.Verifier.Verify(read).ShouldBe(NoteVerdict.WrongSignature);
    }

    [Fact]
    public void Verify_a_checkpoint_with_any_byte_altered_never_stands()
    {
        using var key = RecordSigningKey.Generate(Log);
        var bytes = System.Text.Encoding.UTF8.GetBytes(key.Sign(new Checkpoint(Log, 1234, MerkleHash.Leaf([1]))).ToString());
        for (var i = 0; i < bytes.Length; i++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                bytes[i] ^= (byte)(1 << bit);
                IsSigned(bytes).ShouldBeFalse($"byte {i}, bit {bit}");
                bytes[i] ^= (byte)(1 << bit);
            }
        }

        IsSigned(bytes).ShouldBeTrue();

        bool IsSigned(byte[] note)
        {
            try
            {
                return key.Verifier.Verify(SignedNote.Parse(note)) == NoteVerdict.Signed;
            }
            catch (RecordFormatException)
            {
                return false;
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("name+00000000")]
    [InlineData(
        "rekor.sigstore.dev+00000000+AjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABNhtmPtrWm3U1eQXBogSMdGvXwBcK5AW5i0hrZLOC96l+smGNM7nwZ4QvFK/4sueRoVj//QP22Ni4Qt9DPfkWLc="
    )]
    [InlineData(
        "rekor.sigstore.dev+C0D23D6A+AjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABNhtmPtrWm3U1eQXBogSMdGvXwBcK5AW5i0hrZLOC96l+smGNM7nwZ4QvFK/4sueRoVj//QP22Ni4Qt9DPfkWLc="
    )]
    [InlineData("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("rekor.sigstore.dev+12345678+AgEB")]
    public void Parse_a_verifier_key_that_is_none_of_ours_is_refused(string vkey) => VerifierKey.TryParse(vkey, out _).ShouldBeFalse();

    [Theory]
    [InlineData("log\n01\nf+7CoKgXKE/tNys9TTXcr/ad6U/K3xvznmzew9y6SP0=\n")]
    [InlineData("log\n-1\nf+7CoKgXKE/tNys9TTXcr/ad6U/K3xvznmzew9y6SP0=\n")]
    [InlineData("log\n1\nf+7CoKgXKE/tNys9TTXcr/ad6U/K3xvznmzew9y6SP1=\n")]
    [InlineData("log\n1\nf+7C\n")]
    [InlineData("log\n1\nf+7CoKgXKE/tNys9TTXcr/ad6U/K3xvznmzew9y6SP0=\nextension\n")]
    [InlineData("\n1\nf+7CoKgXKE/tNys9TTXcr/ad6U/K3xvznmzew9y6SP0=\n")]
    [InlineData("log\n1\nf+7CoKgXKE/tNys9TTXcr/ad6U/K3xvznmzew9y6SP0=")]
    public void Parse_a_malformed_checkpoint_is_refused(string text) => Should.Throw<RecordFormatException>(() => Checkpoint.Parse(text));
}
