import { type BlockShape, BlockSplitter } from './blocks.ts';
import { KeepingReceiver } from './keeping-receiver.ts';

/** Skeleton of a receiver whose pieces are blocks of one shape; broken blocks are dropped and named. */
export abstract class BlockReceiver extends KeepingReceiver {
  private readonly splitter: BlockSplitter;

  constructor(shape: BlockShape) {
    super();
    this.splitter = new BlockSplitter(shape);
  }

  /** A block in full, and what stands between its start and its end. */
  protected abstract takeBlock(raw: Uint8Array, body: Uint8Array): void;

  protected get unfinished(): boolean {
    return this.splitter.unfinished;
  }

  protected takeByte(byte: number): void {
    const block = this.splitter.push(byte);
    if (block === undefined) return;
    if (block.kind === 'defective') this.refuse(block.code);
    else this.takeBlock(block.raw, block.body);
  }

  protected reset(): void {
    this.splitter.reset();
  }
}
