using System.Buffers.Binary;
using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Comity.Web.Tests.SignIn;

/// <summary>What a browser and its authenticator do together (Web Authentication level 3, ES256, attestation "none"), for one passkey.</summary>
internal sealed class SoftwareAuthenticator(string origin) : IDisposable
{
    private const byte UserPresent = 0x01;
    private const byte UserVerified = 0x04;
    private const byte AttestedData = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(16);
    private byte[] _userHandle = [];
    private uint _counter;

    /// <summary>Whether it asked its owner for a finger, a face or a PIN.</summary>
    public bool ChecksOwner { get; set; } = true;

    public string Make(string optionsJson)
    {
        var options = JsonNode.Parse(optionsJson)!;
        _userHandle = WebEncoders.Base64UrlDecode((string)options["user"]!["id"]!);
        var clientData = ClientData("webauthn.create", (string)options["challenge"]!);
        var writer = new CborWriter(CborConformanceMode.Ctap2Canonical);
        writer.WriteStartMap(3);
        writer.WriteTextString("fmt");
        writer.WriteTextString("none");
        writer.WriteTextString("attStmt");
        writer.WriteStartMap(0);
        writer.WriteEndMap();
        writer.WriteTextString("authData");
        writer.WriteByteString(AuthenticatorData((string)options["rp"]!["id"]!, AttestedData));
        writer.WriteEndMap();
        return Credential(
            new JsonObject
            {
                ["clientDataJSON"] = WebEncoders.Base64UrlEncode(clientData),
                ["attestationObject"] = WebEncoders.Base64UrlEncode(writer.Encode()),
                ["transports"] = new JsonArray("internal"),
            }
        );
    }

    public string Answer(string optionsJson)
    {
        var options = JsonNode.Parse(optionsJson)!;
        var clientData = ClientData("webauthn.get", (string)options["challenge"]!);
        var data = AuthenticatorData((string)options["rpId"]!, 0);
        var signature = _key.SignData(
            [.. data, .. SHA256.HashData(clientData)],
            HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence
        );
        return Credential(
            new JsonObject
            {
                ["clientDataJSON"] = WebEncoders.Base64UrlEncode(clientData),
                ["authenticatorData"] = WebEncoders.Base64UrlEncode(data),
                ["signature"] = WebEncoders.Base64UrlEncode(signature),
                ["userHandle"] = WebEncoders.Base64UrlEncode(_userHandle),
            }
        );
    }

    public void Dispose() => _key.Dispose();

    private string Credential(JsonObject response) =>
        new JsonObject
        {
            ["id"] = WebEncoders.Base64UrlEncode(_id),
            ["rawId"] = WebEncoders.Base64UrlEncode(_id),
            ["type"] = "public-key",
            ["authenticatorAttachment"] = "platform",
            ["clientExtensionResults"] = new JsonObject(),
            ["response"] = response,
        }.ToJsonString();

    private byte[] ClientData(string type, string challenge) =>
        Encoding.UTF8.GetBytes(
            JsonSerializer.Serialize(
                new
                {
                    type,
                    challenge,
                    origin,
                    crossOrigin = false,
                }
            )
        );

    private byte[] AuthenticatorData(string domain, byte flags)
    {
        var counter = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counter, ++_counter);
        byte all = (byte)(flags | UserPresent | (ChecksOwner ? UserVerified : 0));
        byte[] head = [.. SHA256.HashData(Encoding.UTF8.GetBytes(domain)), all, .. counter];
        if (flags == 0)
        {
            return head;
        }

        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)_id.Length);
        return [.. head, .. new byte[16], .. length, .. _id, .. PublicKey()];
    }

    // RFC 9053: key type 2 (EC2), algorithm -7 (ES256), curve 1 (P-256), x, y.
    private byte[] PublicKey()
    {
        var point = _key.ExportParameters(false).Q;
        var writer = new CborWriter(CborConformanceMode.Ctap2Canonical);
        writer.WriteStartMap(5);
        writer.WriteInt32(1);
        writer.WriteInt32(2);
        writer.WriteInt32(3);
        writer.WriteInt32(-7);
        writer.WriteInt32(-1);
        writer.WriteInt32(1);
        writer.WriteInt32(-2);
        writer.WriteByteString(point.X!);
        writer.WriteInt32(-3);
        writer.WriteByteString(point.Y!);
        writer.WriteEndMap();
        return writer.Encode();
    }
}
