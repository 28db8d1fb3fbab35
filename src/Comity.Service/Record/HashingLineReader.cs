using System.Security.Cryptography;

namespace Comity.Service.Record;

/// <summary>Reads a file line by line and hashes all of it on the way.</summary>
internal sealed class HashingLineReader(Stream stream) : IDisposable
{
    /// <summary>No line that Comity writes comes near this; a longer one is an attempt to fill the memory.</summary>
    public const int MaxLineBytes = 32 * 1024 * 1024;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <summary>The bytes read so far.</summary>
    public long Length { get; private set; }

    /// <summary>The line number of the line read last, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>The next line without its newline, valid until the next call; null at the end.</summary>
    public ReadOnlyMemory<byte>? Next()
    {
        var searched = 0;
        while (true)
        {
            var newline = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (newline >= 0)
            {
                var line = _buffer.AsMemory(_start, searched + newline);
                _start += searched + newline + 1;
                Line++;
                return line;
            }

            searched = _end - _start;
            if (!Fill())
            {
                return searched == 0 ? null : throw new RecordFormatException("the file ends in the middle of a line");
            }
        }
    }

    /// <summary>Reads what is left and returns the hash of the whole file.</summary>
    public RecordHash Finish()
    {
        _start = _end;
        while (Fill())
        {
            _start = _end;
        }

        return new RecordHash(_hash.GetHashAndReset());
    }

    public void Dispose() => _hash.Dispose();

    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            if (_buffer.Length >= MaxLineBytes)
            {
                throw new RecordFormatException("a line is longer than any that Comity writes");
            }

            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _hash.AppendData(_buffer, _end, read);
        _end += read;
        Length += read;
        return read > 0;
    }
}
