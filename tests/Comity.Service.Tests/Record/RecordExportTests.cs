using System.Globalization;
using System.IO.Compression;
using System.Text;
using Comity.Service.Record;
using Comity.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Comity.Service.Tests.Record;

public sealed class RecordExportTests : IDisposable
{
    private static readonly LogId Log = LogId.OfRecord(Guid.Parse("01930000-0000-7000-8000-000000000001", CultureInfo.InvariantCulture));
    private static readonly string[] Files = ["README.txt", "record.jsonl", "contents.jsonl", "checkpoint.txt", "vkey.txt", "manifest.txt"];

    private readonly RecordSigningKey _key = RecordSigningKey.Generate(Log);
    private readonly RecordAppender _appender = RecordAppender.Start(Log);
    private readonly List<ExportedEntry> _entries = [];
    private readonly List<ExportedContent> _contents = [];

    public void Dispose() => _key.Dispose();

    [Fact]
    public async Task Verify_an_untouched_export_stands_and_says_what_was_not_checked()
    {
        var zip = await ExportAsync(Fill(6));

        var outcome = Verify(zip);

        outcome.Findings.ShouldBeEmpty();
        outcome.Stands.ShouldBeTrue();
        (outcome.FullEntries, outcome.WithheldEntries, outcome.ContentsChecked).ShouldBe((4, 2, 3));
        outcome.NotChecked.ShouldContain(s => s.StartsWith("No checkpoint held outside", StringComparison.Ordinal));
        outcome.NotChecked.ShouldContain(s => s.StartsWith("No key held outside", StringComparison.Ordinal));
        outcome.NotChecked.ShouldContain(s => s.StartsWith("2 entries are given as hashes only", StringComparison.Ordinal));
        outcome.ContinuesHeldCheckpoint.ShouldBeFalse();
    }

    [Fact]
    public async Task Verify_against_every_earlier_checkpoint_stands()
    {
        var held = new List<string>();
        for (var i = 0; i < 20; i++)
        {
            held.Add(_key.Sign(_appender.Checkpoint()).ToString());
            Fill(1);
        }

        var zip = await ExportAsync(this);

        foreach (var checkpoint in held)
        {
            var outcome = Verify(zip, checkpoint, _key.Verifier.ToString());
            outcome.Findings.ShouldBeEmpty();
            outcome.ContinuesHeldCheckpoint.ShouldBeTrue();
            outcome.NotChecked.ShouldNotContain(s => s.StartsWith("No ", StringComparison.Ordinal));
        }

        // As it comes back out of a mail.
        Verify(zip, held[7].Replace("\n", "\r\n", StringComparison.Ordinal).TrimEnd()).ContinuesHeldCheckpoint.ShouldBeTrue();
    }

    [Fact]
    public async Task Verify_a_record_that_was_rewritten_and_signed_again_is_found_by_the_checkpoint_held_outside()
    {
        Fill(4);
        var held = _key.Sign(_appender.Checkpoint()).ToString();
        using var rewritten = new RecordExportTests();
        rewritten.Fill(7, "another story ");

        // The same key: an intruder in the council's own service.
        var zip = await ExportAsync(rewritten, _key);

        Verify(zip).Findings.ShouldBeEmpty();
        Verify(zip, held).Findings.Single().Kind.ShouldBe(RecordFindingKind.HeldCheckpointContradicted);
    }

    [Fact]
    public async Task Verify_an_export_signed_with_another_key_is_found_by_the_key_held_outside()
    {
        using var other = RecordSigningKey.Generate(Log);
        var zip = await ExportAsync(Fill(3), other);

        Verify(zip).Findings.ShouldBeEmpty();
        Verify(zip, null, _key.Verifier.ToString())
            .Findings.Select(f => f.Kind)
            .ShouldBe([
                RecordFindingKind.KeyNotTheOneHeld,
                RecordFindingKind.CheckpointSignatureWrong,
                RecordFindingKind.ManifestSignatureWrong,
            ]);
    }

    [Fact]
    public async Task Verify_an_export_that_is_older_than_the_checkpoint_held_outside_says_so()
    {
        var zip = await ExportAsync(Fill(3));
        Fill(2);

        var finding = Verify(zip, _key.Sign(_appender.Checkpoint()).ToString()).Findings.Single();

        finding.Kind.ShouldBe(RecordFindingKind.HeldCheckpointContradicted);
        finding.Message.ShouldContain("counts 5 entries, this export has only 3");
    }

    [Fact]
    public async Task Verify_an_altered_held_checkpoint_says_so()
    {
        var zip = await ExportAsync(Fill(3));
        var held = _key.Sign(_appender.Checkpoint()).ToString().Replace("\n3\n", "\n2\n", StringComparison.Ordinal);

        Verify(zip, held).Findings.ShouldContain(f => f.Kind == RecordFindingKind.HeldCheckpointSignatureWrong);
        Verify(zip, held).ContinuesHeldCheckpoint.ShouldBeFalse();
        Verify(zip, "nonsense").Findings.ShouldContain(f => f.Kind == RecordFindingKind.HeldCheckpointUnreadable);
    }

    [Fact]
    [Trait("Takes", "long")]
    public async Task Verify_with_every_byte_of_every_file_altered_in_turn_finds_it_each_time()
    {
        var files = Unpack(await ExportAsync(Fill(5)));
        Verify(Pack(files)).Findings.ShouldBeEmpty();
        foreach (var name in Files)
        {
            var bytes = files[name];
            for (var i = 0; i < bytes.Length; i++)
            {
                var original = bytes[i];
                bytes[i] ^= (byte)(1 << (i % 8));
                Verify(Pack(files)).Findings.ShouldNotBeEmpty($"{name}, byte {i}");
                bytes[i] = original;
            }
        }
    }

    [Fact]
    [Trait("Takes", "long")]
    public async Task Verify_with_every_byte_of_the_zip_altered_in_turn_finds_it_or_the_content_is_untouched()
    {
        var zip = await ExportAsync(Fill(3));
        var files = Unpack(zip);
        var harmless = 0;
        for (var i = 0; i < zip.Length; i++)
        {
            var altered = (byte[])zip.Clone();
            altered[i] ^= 0xFF;
            if (Verify(altered).Findings.Count == 0)
            {
                harmless++;
                Unpack(altered).ShouldAllBe(f => f.Value.SequenceEqual(files[f.Key]), $"byte {i} changed the content unseen");
            }
        }

        harmless.ShouldBeLessThan(zip.Length / 4);
    }

    [Fact]
    public async Task Verify_with_several_bytes_of_the_zip_altered_at_random_never_passes_a_changed_content()
    {
        var zip = await ExportAsync(Fill(3));
        var files = Unpack(zip);
        Prop.ForAll(
                ArbMap.Default.ArbFor<NonEmptyArray<(int Place, byte Mask)>>(),
                changes =>
                {
                    var altered = (byte[])zip.Clone();
                    foreach (var (place, mask) in changes.Get)
                    {
                        altered[(int)((uint)place * 2_654_435_761U % (uint)altered.Length)] ^= mask;
                    }

                    return Verify(altered).Findings.Count > 0 || Unpack(altered).All(f => f.Value.SequenceEqual(files[f.Key]));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public async Task Verify_with_the_end_of_the_zip_cut_off_finds_it()
    {
        var zip = await ExportAsync(Fill(3));

        Verify(zip[..^1]).Findings.ShouldNotBeEmpty();
        Verify(zip[..(zip.Length / 2)]).Findings.ShouldNotBeEmpty();
        Verify([]).Findings.Single().Kind.ShouldBe(RecordFindingKind.ExportUnreadable);
    }

    [Fact]
    public async Task Verify_with_an_entry_taken_out_names_it()
    {
        var findings = (await AlterLinesAsync("record.jsonl", lines => lines.RemoveAt(3))).Findings;

        findings.Single(f => f.Kind == RecordFindingKind.EntryMissing).Sequence.ShouldBe(3);
        findings.ShouldContain(f => f.Kind == RecordFindingKind.SizeWrong);
    }

    [Fact]
    public async Task Verify_with_two_entries_swapped_names_them()
    {
        var findings = (await AlterLinesAsync("record.jsonl", lines => (lines[3], lines[4]) = (lines[4], lines[3]))).Findings;

        findings.Single(f => f.Kind == RecordFindingKind.EntryMissing).Sequence.ShouldBe(3);
        findings.Single(f => f.Kind == RecordFindingKind.EntryOutOfOrder).Sequence.ShouldBe(3);
        findings.ShouldContain(f => f.Kind == RecordFindingKind.RootWrong);
    }

    [Fact]
    public async Task Verify_with_an_entry_altered_names_the_break_in_the_chain()
    {
        var findings = (
            await AlterLinesAsync("record.jsonl", lines => lines[3] = lines[3].Replace("person:3", "person:4", StringComparison.Ordinal))
        ).Findings;

        findings.Single(f => f.Kind == RecordFindingKind.ChainBroken).Sequence.ShouldBe(4);
        findings.ShouldContain(f => f.Kind == RecordFindingKind.RootWrong);
        findings.ShouldContain(f => f.Kind == RecordFindingKind.FileAltered && f.File == "record.jsonl");
    }

    [Fact]
    public async Task Verify_with_a_content_altered_names_its_entry()
    {
        var findings = (
            await AlterLinesAsync("contents.jsonl", lines => lines[2] = lines[2].Replace("story 3", "story 9", StringComparison.Ordinal))
        ).Findings;

        findings.Single(f => f.Kind == RecordFindingKind.ContentAltered).Sequence.ShouldBe(3);
    }

    [Fact]
    public async Task Verify_with_a_content_for_a_withheld_entry_says_that_nothing_proves_it()
    {
        var stray = $$"""{"content":"forged","salt":"{{new string('0', 64)}}","seq":2}""";

        var findings = (await AlterLinesAsync("contents.jsonl", lines => lines.Insert(1, stray))).Findings;

        findings.Single(f => f.Kind == RecordFindingKind.ContentWithoutEntry).Sequence.ShouldBe(2);
    }

    [Fact]
    public async Task Verify_with_a_file_missing_added_or_doubled_names_it()
    {
        var files = Unpack(await ExportAsync(Fill(3)));

        Verify(Pack(files.Where(f => f.Key != "README.txt")))
            .Findings.Single()
            .ShouldSatisfyAllConditions(f => f.Kind.ShouldBe(RecordFindingKind.FileMissing), f => f.File.ShouldBe("README.txt"));
        Verify(Pack(files.Append(new("letter.txt", [1])))).Findings.Single().Kind.ShouldBe(RecordFindingKind.FileUnexpected);
        Verify(Pack(files.Append(new("record.jsonl", [1])))).Findings.Single().Kind.ShouldBe(RecordFindingKind.FileUnexpected);
    }

    [Fact]
    public async Task Verify_with_a_line_added_below_the_signature_of_the_manifest_finds_it()
    {
        var files = Unpack(await ExportAsync(Fill(3)));
        files["manifest.txt"] = [.. files["manifest.txt"], .. "— stranger AAAAAAAA\n"u8];

        Verify(Pack(files)).Findings.Single().Kind.ShouldBe(RecordFindingKind.ManifestSignatureWrong);
    }

    [Fact]
    public async Task Verify_a_record_that_is_wrong_throughout_lists_a_bounded_number_of_findings()
    {
        var outcome = await AlterLinesAsync("record.jsonl", lines => lines.AddRange(Enumerable.Repeat("{}", 5000)));

        outcome.IsCutShort.ShouldBeTrue();
        outcome.Findings.Count.ShouldBe(200);
    }

    [Fact]
    public async Task Export_entries_that_do_not_lead_to_the_checkpoint_is_refused()
    {
        Fill(5);
        var note = _key.Sign(_appender.Checkpoint());

        await Should.ThrowAsync<RecordDamagedException>(() => ExportAsync(note, _key, _entries.Take(4)));
        await Should.ThrowAsync<RecordDamagedException>(() => ExportAsync(note, _key, _entries.Skip(1)));
        await Should.ThrowAsync<RecordDamagedException>(() =>
            ExportAsync(note, _key, _entries.Select(e => ExportedEntry.HashOnly(e.Sequence, RecordHash.Zero, WithheldReason.Walled)))
        );
    }

    [Fact]
    public async Task Export_and_verify_stop_when_they_are_cancelled_and_report_progress()
    {
        var zip = await ExportAsync(Fill(2500));
        using var source = new CancellationTokenSource();
        var progress = new CancelAtFirstReport(source);

        Should.Throw<OperationCanceledException>(() =>
            RecordVerifier.Verify(new MemoryStream(zip), progress: progress, cancellation: source.Token)
        );

        progress.Reported.ShouldBe([1000L]);
        await Should.ThrowAsync<OperationCanceledException>(() =>
            RecordExport.WriteAsync(
                Stream.Null,
                _key.Sign(_appender.Checkpoint()),
                _key,
                _entries.ToAsyncEnumerable(),
                _contents.ToAsyncEnumerable(),
                new FixedClock(),
                cancellation: source.Token
            )
        );
    }

    [Fact]
    public async Task Export_to_a_web_response_never_writes_synchronously()
    {
        Fill(50);
        await using var response = new AsyncOnlyStream();

        await RecordExport.WriteAsync(
            response,
            _key.Sign(_appender.Checkpoint()),
            _key,
            _entries.ToAsyncEnumerable(),
            _contents.ToAsyncEnumerable(),
            new FixedClock(),
            cancellation: TestContext.Current.CancellationToken
        );

        Verify(response.Written.ToArray()).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Verify_an_export_after_erasure_stands_without_the_content()
    {
        Fill(5);
        _contents.RemoveAll(c => c.Sequence == 1);
        _entries[3] = ExportedEntry.HashOnly(3, _entries[3].LeafHash, WithheldReason.Erased);
        _contents.RemoveAll(c => c.Sequence == 3);

        var outcome = Verify(await ExportAsync(this));

        outcome.Findings.ShouldBeEmpty();
        outcome.NotChecked.ShouldContain(s => s.StartsWith("For 2 entries no content", StringComparison.Ordinal));
    }

    /// <summary>Every third entry is behind a wall; every entry whose number is odd has content that the reader may see.</summary>
    private RecordExportTests Fill(int count, string story = "story ")
    {
        for (var i = 0; i < count; i++)
        {
            var sequence = _appender.Size;
            var salt = RecordCommitment.NewSalt();
            var content = CanonicalJson.Write(System.Text.Json.Nodes.JsonNode.Parse($$"""{"text":"{{story}}{{sequence}}"}"""));
            var leaf = _appender.Append(
                new DateTime(2026, 11, 22, 9, 0, 0, DateTimeKind.Utc).AddMinutes(sequence),
                "enquiry.replied",
                $"person:{sequence}",
                sequence % 2 == 0 ? null : "matter:1",
                RecordCommitment.Of(salt, content)
            );
            var isWalled = sequence % 3 == 2;
            _entries.Add(isWalled ? ExportedEntry.HashOnly(sequence, leaf.Hash(), WithheldReason.Walled) : ExportedEntry.Full(leaf));
            if (!isWalled && (sequence % 2 == 1 || sequence == 0))
            {
                _contents.Add(new ExportedContent(sequence, content, salt));
            }
        }

        return this;
    }

    private static Task<byte[]> ExportAsync(RecordExportTests record, RecordSigningKey? key = null)
    {
        key ??= record._key;
        return record.ExportAsync(key.Sign(record._appender.Checkpoint()), key, record._entries);
    }

    private async Task<byte[]> ExportAsync(SignedNote checkpoint, RecordSigningKey key, IEnumerable<ExportedEntry> entries)
    {
        using var stream = new MemoryStream();
        await RecordExport.WriteAsync(
            stream,
            checkpoint,
            key,
            entries.ToAsyncEnumerable(),
            _contents.ToAsyncEnumerable(),
            new FixedClock(),
            cancellation: TestContext.Current.CancellationToken
        );
        return stream.ToArray();
    }

    private async Task<RecordVerification> AlterLinesAsync(string name, Action<List<string>> alter)
    {
        var files = Unpack(await ExportAsync(Fill(8)));
        var lines = Encoding.UTF8.GetString(files[name]).Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList();
        alter(lines);
        files[name] = Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n")));
        return Verify(Pack(files));
    }

    private static RecordVerification Verify(byte[] zip, string? checkpoint = null, string? vkey = null) =>
        RecordVerifier.Verify(new MemoryStream(zip), checkpoint, vkey, cancellation: TestContext.Current.CancellationToken);

    private static Dictionary<string, byte[]> Unpack(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.Entries.ToDictionary(
            e => e.FullName,
            e =>
            {
                using var stream = e.Open();
                using var copy = new MemoryStream();
                stream.CopyTo(copy);
                return copy.ToArray();
            }
        );
    }

    private static byte[] Pack(IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    private sealed class CancelAtFirstReport(CancellationTokenSource source) : IProgress<long>
    {
        public List<long> Reported { get; } = [];

        public void Report(long value)
        {
            Reported.Add(value);
            source.Cancel();
        }
    }

    private sealed class AsyncOnlyStream : Stream
    {
        public MemoryStream Written { get; } = new();
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() => throw new InvalidOperationException("synchronous flush");

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("synchronous write");

        public override async Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            await Written.WriteAsync(buffer.AsMemory(offset, count), cancellationToken);

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            await Written.WriteAsync(buffer, cancellationToken);
    }
}
