class FakeSender {
  track: MediaStreamTrack | null = null;

  constructor(private encodings: RTCRtpEncodingParameters[]) {}

  replaceTrack(track: MediaStreamTrack | null): Promise<void> {
    this.track = track;
    return Promise.resolve();
  }

  getParameters(): { encodings: RTCRtpEncodingParameters[] } {
    return { encodings: this.encodings };
  }

  setParameters({ encodings }: { encodings: RTCRtpEncodingParameters[] }): Promise<void> {
    this.encodings = encodings;
    return Promise.resolve();
  }
}

/** An RTCPeerConnection with signalling states that follow the rules and media that does what a test says. */
export class FakePeer extends EventTarget {
  static offers = 0;
  static readonly made: FakePeer[] = [];
  signalingState: RTCSignalingState = 'stable';
  connectionState: RTCPeerConnectionState = 'new';
  localDescription: { type: RTCSdpType; sdp: string; toJSON: () => RTCSessionDescriptionInit } | null = null;
  currentRemoteDescription: RTCSessionDescriptionInit | null = null;
  readonly configuration: RTCConfiguration;
  restarts = 0;
  rollbacks = 0;

  constructor(configuration: RTCConfiguration) {
    super();
    this.configuration = configuration;
    FakePeer.made.push(this);
  }

  needsNegotiation(): void {
    this.dispatchEvent(new Event('negotiationneeded'));
  }

  becomes(state: RTCPeerConnectionState): void {
    this.connectionState = state;
    this.dispatchEvent(new Event('connectionstatechange'));
  }

  setLocalDescription(wished?: { type: RTCSdpType }): Promise<void> {
    if (wished?.type === 'rollback') {
      this.rollbacks += 1;
      this.signalingState = 'stable';
      return Promise.resolve();
    }
    const answer = this.signalingState === 'have-remote-offer';
    FakePeer.offers += answer ? 0 : 1;
    const words: RTCSessionDescriptionInit = { type: answer ? 'answer' : 'offer', sdp: `o=- 42 ${FakePeer.offers}` };
    this.localDescription = { type: words.type, sdp: words.sdp ?? '', toJSON: () => words };
    this.signalingState = answer ? 'stable' : 'have-local-offer';
    return Promise.resolve();
  }

  setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
    if (description.type === 'answer' && this.signalingState !== 'have-local-offer') {
      return Promise.reject(new DOMException('No offer', 'InvalidStateError'));
    }
    this.currentRemoteDescription = description;
    this.signalingState = description.type === 'offer' ? 'have-remote-offer' : 'stable';
    return Promise.resolve();
  }

  addIceCandidate(): Promise<void> {
    return Promise.resolve();
  }

  readonly transceivers: { kind: string; encodings: RTCRtpEncodingParameters[]; sender: FakeSender }[] = [];

  addTransceiver(kind: string, { sendEncodings = [] }: RTCRtpTransceiverInit): { sender: FakeSender } {
    const sender = new FakeSender(sendEncodings);
    this.transceivers.push({ kind, encodings: sendEncodings, sender });
    return { sender };
  }

  getTransceivers(): { sender: FakeSender }[] {
    return this.transceivers;
  }

  restartIce(): void {
    this.restarts += 1;
    if (this.signalingState === 'stable') this.needsNegotiation();
  }

  close(): void {
    this.signalingState = 'closed';
  }
}
